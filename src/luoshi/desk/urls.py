"""Pages for a signed-in officer."""

from django.urls import path

from luoshi.desk import views
from luoshi.desk.views import commitment, ledgers, register, register_bulk, register_views, review, versions

app_name = "desk"
urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("documents/<int:pk>/review/", review.review, name="review"),
    path("documents/<int:pk>/review/begin/", review.begin_review, name="review-begin"),
    path("documents/<int:pk>/review/leaves/<int:number>/", review.review_leaf, name="review-leaf"),
    path("documents/<int:pk>/review/items/<int:page>/", review.review_items, name="review-items"),
    path("documents/<int:pk>/review/changes/", review.review_changes, name="review-changes"),
    path("documents/<int:pk>/review/add/", review.review_add, name="review-add"),
    path("documents/<int:pk>/review/fill/", review.review_fill, name="review-fill"),
    path("documents/<int:pk>/review/many/<str:verb>/", review.review_many, name="review-many"),
    path("review/<int:pk>/edit/", review.review_edit, name="review-edit"),
    path("review/<int:pk>/split/", review.review_split, name="review-split"),
    path("review/<int:pk>/requote/", review.review_requote, name="review-requote"),
    path("review/<int:pk>/<str:decision>/", review.review_decide, name="review-decide"),
    path("documents/<int:pk>/versions/", versions.versions, name="versions"),
    path("register/", register.register, name="register"),
    path("register/<int:pk>/", commitment.commitment, name="commitment"),
    path("register/<int:pk>/<str:decision>/", commitment.decide_commitment, name="commitment-decide"),
    path("register/gaps/", register_views.gaps, name="gaps"),
    path("register/bulk/", register_bulk.bulk, name="bulk"),
    path("register/views/", register_views.save_register_view, name="save-view"),
    path("register/views/<int:pk>/remove/", register_views.remove_register_view, name="remove-view"),
    path("register/export/", ledgers.export_register, name="export-register"),
    path("ledgers/", ledgers.ledgers, name="ledgers"),
    path("ledgers/<int:pk>/", ledgers.ledger, name="ledger"),
    path("ledgers/<int:pk>/<str:step>/", ledgers.ledger_step, name="ledger-step"),
    path("bodies/", views.bodies, name="bodies"),
    path("bodies/complete/", views.complete_body, name="complete-body"),
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
    path("account/tokens/", views.issue, name="issue-token"),
    path("account/tokens/<int:pk>/revoke/", views.revoke, name="revoke-token"),
]
