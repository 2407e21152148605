"""Every form by its id, with the stage it stands on."""

from __future__ import annotations

from resokit_tui.ui.forms.client import CLIENT_FORM, CONSENT_FORM
from resokit_tui.ui.forms.design import DESIGN_FORM, NEED_FORM
from resokit_tui.ui.forms.form import Form
from resokit_tui.ui.forms.plan import PLAN_FORM, REVIEW_FORM
from resokit_tui.ui.forms.profile import PROFILE_FORM, ROLE_FORM

FORMS: dict[str, tuple[Form, str]] = {
    form.id: (form, stage)
    for form, stage in (
        (CLIENT_FORM, "stage.start"),
        (CONSENT_FORM, "stage.start"),
        (PROFILE_FORM, "stage.self"),
        (ROLE_FORM, "stage.roles"),
        (DESIGN_FORM, "stage.choice"),
        (NEED_FORM, "stage.needs"),
        (PLAN_FORM, "stage.plan"),
        (REVIEW_FORM, "stage.review"),
    )
}
