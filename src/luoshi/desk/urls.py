"""Pages for a signed-in officer."""

from django.urls import path

from luoshi.desk import views

app_name = "desk"
urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("bodies/", views.bodies, name="bodies"),
    path("bodies/<int:pk>/", views.body, name="body"),
    path("bodies/<int:pk>/merge/", views.merge, name="merge-bodies"),
    path("bodies/proposals/", views.proposals, name="proposals"),
    path("bodies/proposals/<int:pk>/", views.proposal, name="proposal"),
    path("bodies/reorganise/", views.reorganise, name="reorganise-bodies"),
    path("bodies/changes/", views.changes, name="changes"),
    path("persons/", views.persons, name="persons"),
    path("persons/<int:pk>/", views.person, name="person"),
    path("persons/<int:pk>/<str:verb>/", views.change_person, name="change-person"),
    path("posts/<int:pk>/end/", views.end, name="end-post"),
    path("journal/", views.journal, name="journal"),
    path("journal/<int:seq>/", views.entry, name="entry"),
    path("account/", views.account, name="account"),
]
