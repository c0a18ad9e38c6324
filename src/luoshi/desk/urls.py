"""Pages for a signed-in officer."""

from django.urls import path

from luoshi.desk import views

app_name = "desk"
urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("bodies/", views.bodies, name="bodies"),
    path("bodies/<int:pk>/", views.body, name="body"),
    path("persons/", views.persons, name="persons"),
    path("persons/<int:pk>/", views.person, name="person"),
    path("persons/<int:pk>/<str:verb>/", views.change_person, name="change-person"),
    path("posts/<int:pk>/end/", views.end, name="end-post"),
    path("journal/", views.journal, name="journal"),
    path("journal/<int:seq>/", views.entry, name="entry"),
    path("account/", views.account, name="account"),
    path("account/tokens/", views.issue, name="issue-token"),
    path("account/tokens/<int:pk>/revoke/", views.revoke, name="revoke-token"),
]
