"""Who is told of changes by webhook, what they heard, and the buttons for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.actions.add_endpoint import NewSecret, add_endpoint
from articles.actions.describe_endpoint import describe_endpoint
from articles.actions.pause_endpoint import pause_endpoint
from articles.actions.redeliver import redeliver
from articles.actions.remove_endpoint import remove_endpoint
from articles.actions.resume_endpoint import resume_endpoint
from articles.actions.rotate_endpoint_secret import rotate_endpoint_secret
from articles.actions.send_test_event import send_test_event
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin, ReadOnlyAdmin
from articles.documents.change_event import event_type
from articles.gateways.targets import UnsafeTarget, read_target
from articles.models import (
    ChangeKind,
    Delivery,
    DeliveryState,
    EndpointState,
    WebhookEndpoint,
)
from articles.policies import can_administer
from articles.selectors.webhooks import endpoint_overview

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.urls import URLPattern

ENDPOINT_COLOURS = {
    EndpointState.ACTIVE.label: "success",
    EndpointState.FAILING.label: "warning",
    EndpointState.PAUSED.label: "info",
    EndpointState.DISABLED.label: "danger",
}
DELIVERY_COLOURS = {
    DeliveryState.PENDING.label: "info",
    DeliveryState.DELIVERED.label: "success",
    DeliveryState.FAILED.label: "danger",
    DeliveryState.WITHHELD.label: "default",
}


class EndpointForm(forms.ModelForm[WebhookEndpoint]):
    """Who listens, where, and to what."""

    kinds = forms.MultipleChoiceField(
        choices=ChangeKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Which changes are told. None chosen: all, and what kinds there will be.",
    )

    class Meta:
        model = WebhookEndpoint
        fields = ["name", "url", "kinds"]
        widgets = {"url": UnfoldAdminTextInputWidget(attrs={"inputmode": "url"})}

    def clean_url(self) -> str:
        """Return the address, or say why it must not be called."""
        url: str = self.cleaned_data["url"].strip()
        try:
            read_target(url)
        except UnsafeTarget as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return url


def _pause(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    pause_endpoint(endpoint_id=endpoint.pk, by=person_of(request))
    return "It hears nothing until you resume it; what happens waits."


def _resume(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    resume_endpoint(endpoint_id=endpoint.pk, by=person_of(request))
    return "It hears again, and what waited goes out now."


def _test(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    send_test_event(endpoint_id=endpoint.pk, by=person_of(request))
    return "A test event is on its way: its answer appears among the deliveries."


BUTTONS: dict[str, Callable[[HttpRequest, WebhookEndpoint], str]] = {
    "pause": _pause,
    "resume": _resume,
    "test": _test,
}
"""What a button does; it returns what the person is told."""


def _what_goes(endpoint: WebhookEndpoint) -> str:
    overview = endpoint_overview(endpoint)
    logged = overview.delivered + overview.given_up
    return gettext(
        "%(name)s, %(url)s: its secret, %(waiting)d messages that wait and will not be sent, and the"
        " log of %(logged)d; the audit keeps that it was there."
    ) % {"name": endpoint.name, "url": endpoint.url, "waiting": overview.waiting, "logged": logged}


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(DeskAdmin):
    """Addresses that are told of changes. Their secrets are shown once."""

    may_view = may_add = may_change = staticmethod(can_administer)

    form = EndpointForm
    list_display = ["name", "shown_state", "url", "shown_kinds", "failing_since"]
    search_fields = ["name", "url"]
    ordering = ["name", "pk"]
    change_form_outer_before_template = "desk/endpoint.html"

    @display(description="state", label=ENDPOINT_COLOURS)
    def shown_state(self, endpoint: WebhookEndpoint) -> str:
        """Return the state in words."""
        return endpoint.state.label

    @display(description="hears of")
    def shown_kinds(self, endpoint: WebhookEndpoint) -> str:
        """Return the kinds of change in words."""
        return ", ".join(ChangeKind(kind).label for kind in endpoint.kinds) or "everything"

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether an endpoint may be removed."""
        return can_administer(request.user)

    def get_deleted_objects(
        self,
        objs: Iterable[WebhookEndpoint],
        request: HttpRequest,  # noqa: ARG002
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Return what goes with the endpoints in a few words, however long their logs are."""
        lines = [_what_goes(endpoint) for endpoint in objs]
        return lines, {"webhook endpoints": len(lines)}, set(), []

    def delete_model(self, request: HttpRequest, obj: WebhookEndpoint) -> None:
        """Write through the action."""
        remove_endpoint(endpoint_id=obj.pk, by=person_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        """Write through the action, one by one."""
        for endpoint in queryset:
            remove_endpoint(endpoint_id=endpoint.pk, by=person_of(request))

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of the buttons."""
        rotate = self.admin_site.admin_view(self.rotate)
        press = self.admin_site.admin_view(self.press)
        return [
            path("<int:endpoint_id>/rotate/", rotate, name="articles_webhookendpoint_rotate"),
            path(
                "<int:endpoint_id>/press/<slug:button>/",
                press,
                name="articles_webhookendpoint_press",
            ),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the endpoint with its state and its last deliveries above the form."""
        context = {**(extra_context or {})}
        endpoint = self.get_object(request, object_id)
        if endpoint is not None and can_administer(request.user):
            context |= {"endpoint": endpoint, "overview": endpoint_overview(endpoint)}
            context["state_colour"] = ENDPOINT_COLOURS[endpoint.state.label]
        response: HttpResponse = super().change_view(request, object_id, form_url, context)
        return response

    def save_model(
        self,
        request: HttpRequest,
        obj: WebhookEndpoint,
        form: forms.ModelForm[Any],
        change: bool,  # noqa: FBT001
    ) -> None:
        """Write through the actions; the secret of a new one is kept for this one answer."""
        fields = {name: form.cleaned_data[name] for name in ("name", "url", "kinds")}
        if change:
            describe_endpoint(endpoint_id=obj.pk, by=person_of(request), **fields)
            return
        new = add_endpoint(by=person_of(request), **fields)
        obj.pk = new.endpoint.pk
        request.new_secret = new  # type: ignore[attr-defined]

    def response_add(
        self, request: HttpRequest, obj: WebhookEndpoint, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Show the secret, this once."""
        del obj, post_url_continue
        return self._show_secret(request, request.new_secret)  # type: ignore[attr-defined]

    def rotate(self, request: HttpRequest, endpoint_id: int) -> HttpResponse:
        """Make a new secret and show it, this once. POST only."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        endpoint = self._find(request, endpoint_id)
        new = rotate_endpoint_secret(endpoint_id=endpoint.pk, by=person_of(request))
        return self._show_secret(request, new)

    def press(self, request: HttpRequest, endpoint_id: int, button: str) -> HttpResponse:
        """Do what a button says. POST only."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        endpoint = self._find(request, endpoint_id)
        if button not in BUTTONS:
            raise Http404
        messages.success(request, BUTTONS[button](request, endpoint))
        return redirect("admin:articles_webhookendpoint_change", endpoint.pk)

    def _find(self, request: HttpRequest, endpoint_id: int) -> WebhookEndpoint:
        """Return the endpoint. Raises PermissionDenied and Http404."""
        if not can_administer(request.user):
            raise PermissionDenied
        return get_object_or_404(WebhookEndpoint, pk=endpoint_id)

    def _show_secret(self, request: HttpRequest, new: NewSecret) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "The new secret",
            "opts": self.opts,
            "endpoint": new.endpoint,
            "secret": new.text,
        }
        return TemplateResponse(request, "desk/secret.html", context)


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    """What was told to whom, and how it was answered."""

    may_view = staticmethod(can_administer)

    list_display = ["event", "endpoint", "shown_state", "attempts", "last_status", "created_at"]
    list_filter = ["state", "kind", "endpoint"]
    list_select_related = ["endpoint"]
    search_fields = ["public_id", "article__public_id"]
    ordering = ["-pk"]
    fields = [
        "event",
        "public_id",
        "endpoint",
        "state",
        "attempts",
        "next_attempt_at",
        "delivered_at",
        "payload",
    ]
    readonly_fields = ["event", "public_id"]
    actions = ["send_again"]
    change_form_outer_after_template = "desk/delivery.html"

    @display(description="event", ordering="kind")
    def event(self, delivery: Delivery) -> str:
        """Return the type by which the receiver knows it."""
        return event_type(delivery.kind)

    @display(description="state", ordering="state", label=DELIVERY_COLOURS)
    def shown_state(self, delivery: Delivery) -> str:
        """Return the state in words."""
        return DeliveryState(delivery.state).label

    @admin.action(description="Send the chosen ones again", permissions=["view"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> None:
        """Let the chosen deliveries wait again, in their order."""
        for delivery in queryset.order_by("pk"):
            redeliver(delivery_id=delivery.pk, by=person_of(request))
        messages.success(request, "They go out again: the same ids, the same bytes.")

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the button."""
        view = self.admin_site.admin_view(self.redeliver)
        return [
            path("<int:delivery_id>/redeliver/", view, name="articles_delivery_redeliver"),
            *super().get_urls(),
        ]

    def redeliver(self, request: HttpRequest, delivery_id: int) -> HttpResponse:
        """Let one delivery wait again. POST only."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not can_administer(request.user):
            raise PermissionDenied
        delivery = get_object_or_404(Delivery, pk=delivery_id)
        redeliver(delivery_id=delivery.pk, by=person_of(request))
        messages.success(request, "It goes out again: the same id, the same bytes.")
        return redirect("admin:articles_webhookendpoint_change", delivery.endpoint_id)
