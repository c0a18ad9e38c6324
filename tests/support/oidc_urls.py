"""The product's addresses as they are where single sign-on is set up."""

from django.urls import include, path

from luoshi.urls import OUTER_IDENTITY
from luoshi.urls import urlpatterns as without

urlpatterns = [path("accounts/", include(OUTER_IDENTITY)), *without]
