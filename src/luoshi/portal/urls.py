"""Pages for residents and visitors: read a file, look at what was found, search."""

from django.urls import path

from luoshi.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.start, name="start"),
    path("read/", views.receive, name="receive"),
    path("search/", views.search_page, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("versions/<int:pk>/", views.version, name="version"),
    path("versions/<int:pk>/luoshi.json", views.version_json, name="version-json"),
    path("sources/<int:pk>/", views.source, name="source"),
    path("sources/<int:pk>/state/", views.state, name="state"),
    path("sources/<int:pk>/leaves/<int:number>/", views.leaf, name="leaf"),
    path("sources/<int:pk>/findings/<int:page>/", views.findings, name="findings"),
    path("sources/<int:pk>/pages/<int:number>.png", views.page_image, name="page"),
    path("sources/<int:pk>/luoshi.<str:kind>", views.download, name="download"),
    path("sources/<int:pk>/original/", views.original, name="original"),
    path("sources/<int:pk>/retry/", views.retry, name="retry"),
    path("sources/<int:pk>/remove/", views.remove, name="remove"),
    path("sources/<int:pk>/publish/", views.publish, name="publish"),
]
