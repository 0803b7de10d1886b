"""People who sign in, and the keys of programs."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from articles.actions.issue_api_key import KeyRefused, issue_api_key
from articles.actions.record_act import record_act
from articles.actions.revoke_api_key import revoke_api_key
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin
from articles.models import ApiKey, Scope, User
from articles.policies import can_administer

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

admin.site.unregister(Group)  # One role says what a person may do.

PROFILE = ("first_name", "last_name", "time_zone")
ZONES = [(name, name) for name in sorted(zoneinfo.available_timezones())]


class ZonedUserForm(UserChangeForm):  # type: ignore[misc]
    """An account; its zone is one that exists."""

    time_zone = forms.ChoiceField(choices=ZONES, widget=UnfoldAdminSelectWidget())


class ProfileForm(forms.ModelForm[User]):
    """What everybody may say about themselves."""

    time_zone = forms.ChoiceField(choices=ZONES, widget=UnfoldAdminSelectWidget())

    class Meta:
        model = User
        fields = PROFILE


@admin.register(User)
class UserAdmin(DjangoUserAdmin, DeskAdmin):  # type: ignore[misc, type-arg]
    """Accounts. Administrators manage all, everybody else their own name and time zone."""

    may_add = staticmethod(can_administer)
    form = ZonedUserForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm

    list_display = ["username", "email", "role", "time_zone", "is_active", "last_login"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "email", "first_name", "last_name"]
    filter_horizontal = ["sections"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["first_name", "last_name", "email", "time_zone"]}),
        ("Desk", {"fields": ["role", "sections", "is_active"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Return all accounts to administrators, to others their own."""
        rows: QuerySet[User] = super().get_queryset(request)
        return rows if can_administer(request.user) else rows.filter(pk=person_of(request).pk)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether the account may be changed; the queryset shows nobody another's."""
        return can_administer(request.user) or (obj is not None and obj.pk == request.user.pk)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Return all fields to administrators, to others those of their profile."""
        if can_administer(request.user):
            return super().get_fieldsets(request, obj)
        return [("Me", {"fields": PROFILE})]

    def get_form(
        self,
        request: HttpRequest,
        obj: User | None = None,
        change: bool = False,  # noqa: FBT001, FBT002
        **kwargs: Any,
    ) -> type[forms.ModelForm[User]]:
        """Return the whole form to administrators, to others that of their profile."""
        if not can_administer(request.user):
            kwargs["form"] = ProfileForm
        form: type[forms.ModelForm[User]] = super().get_form(request, obj, change=change, **kwargs)
        return form

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002
        form_url: str = "",
    ) -> HttpResponse:
        """Set a password without the old one: for administrators."""
        if not can_administer(request.user):
            raise PermissionDenied
        response: HttpResponse = super().user_change_password(request, id, form_url)
        return response

    @transaction.atomic
    def save_model(
        self,
        request: HttpRequest,
        obj: User,
        form: forms.ModelForm[Any],
        change: bool,  # noqa: FBT001
    ) -> None:
        """Store the account, and who changed which of its columns."""
        super().save_model(request, obj, form, change)
        verb = "change" if change else "add"
        columns = sorted(name for name in form.changed_data if "password" not in name)
        record_act(by=person_of(request), verb=verb, subject=obj, columns=columns)


class ApiKeyForm(forms.ModelForm[ApiKey]):
    """A new key: whose, what for, what it may do, for how long."""

    scopes = forms.MultipleChoiceField(choices=Scope.choices, widget=forms.CheckboxSelectMultiple)
    days = forms.IntegerField(
        min_value=1,
        max_value=3650,
        initial=365,
        help_text="How many days it is good for.",
        widget=UnfoldAdminTextInputWidget(attrs={"inputmode": "numeric"}),
    )

    class Meta:
        model = ApiKey
        fields = ["name", "user"]


@admin.register(ApiKey)
class ApiKeyAdmin(DeskAdmin):
    """Keys of programs: made here, shown once, revoked, never changed."""

    may_view = may_add = staticmethod(can_administer)
    form = ApiKeyForm

    list_display = ["name", "user", "prefix", "scopes", "expires_at", "last_used_at", "revoked_at"]
    list_select_related = ["user"]
    search_fields = ["name", "prefix"]
    actions = ["revoke"]

    def get_fields(self, request: HttpRequest, obj: ApiKey | None = None) -> list[str]:  # noqa: ARG002
        """Return the form for a new key, the record of one that exists."""
        if obj is None:
            return ["name", "user", "scopes", "days"]
        return ["name", "user", "prefix", "scopes", "expires_at", "last_used_at", "revoked_at"]

    def save_model(
        self,
        request: HttpRequest,
        obj: ApiKey,
        form: forms.ModelForm[Any],
        change: bool,  # noqa: ARG002, FBT001
    ) -> None:
        """Issue the key; its text is kept for this one answer."""
        issued = issue_api_key(
            username=form.cleaned_data["user"].username,
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            lifetime=dt.timedelta(days=form.cleaned_data["days"]),
            by=person_of(request),
        )
        obj.pk = issued.record.pk
        request.issued_key = issued.text  # type: ignore[attr-defined]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Say why no key was made, where none was."""
        try:
            response: HttpResponse = super().add_view(request, form_url, extra_context)
        except KeyRefused as refusal:
            messages.error(request, str(refusal))
            request.method = "GET"
            response = super().add_view(request, form_url, extra_context)
        return response

    def response_add(
        self, request: HttpRequest, obj: ApiKey, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Show the key, this once."""
        del post_url_continue
        context = {
            **self.admin_site.each_context(request),
            "title": "The new key",
            "opts": self.opts,
            "name": obj.name,
            "key": request.issued_key,  # type: ignore[attr-defined]
        }
        return TemplateResponse(request, "desk/key.html", context)

    @admin.action(description="Revoke the chosen keys", permissions=["add"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[ApiKey]) -> None:
        """End the chosen keys at once."""
        for key in queryset:
            revoke_api_key(prefix=key.prefix, by=person_of(request))
        messages.success(request, "These keys open nothing any more.")
