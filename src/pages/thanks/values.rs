//! The values that praise shows, and whether it is celebrated.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::thanks::{ThanksDeed, ThanksRules};
use crate::pages::common::Refused;
use crate::runtime::refusal::Refusal;
use crate::ui::{AreaField, Button, CheckField, Form, FormActions, Icon};

/// The values as they are written, one a line, and whether praise is quiet.
type Written = (String, bool);

#[component]
pub(super) fn Values(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let form = Form::<Written, Refusal>::closed();
    let edit = move || {
        let view = view.get_untracked();
        form.show((view.values.join("\n"), view.quiet));
    };
    let save = move || {
        let (lines, quiet) = form.draft.get_untracked();
        let values = lines.lines().map(str::to_owned).collect();
        let deed = ThanksDeed::SetRules(Box::new(ThanksRules { values, quiet }));
        form.settle(app.act_here(Command::Thanks(Box::new(deed))));
    };
    let (lines, set_lines) = form.text(|it| &mut it.0);
    let value = move |it: String| view! { <li>{it}</li> };
    let button = move || {
        view! {
            <ul class="thanks__values">
                {move || view.read().values.clone().into_iter().map(value).collect_view()}
            </ul>
            <div class="actions actions--start">
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().values_edit()
                    on_press=edit
                    attr:data-testid="values-edit"
                />
            </div>
        }
    };
    view! {
        <section class="section" data-testid="thanks-values">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().noun_values()}</h2>
            </div>
            <Show when=move || form.is_open().get() fallback=button>
                <div class="form">
                    <AreaField
                        label=move || lang.get().values_lines()
                        hint=Signal::derive(move || lang.get().values_hint().to_owned())
                        value=lines
                        on_input=set_lines
                        lines=5
                        attr:data-testid="values-lines"
                    />
                    <CheckField
                        label=move || lang.get().values_quiet()
                        checked=Signal::derive(move || form.draft.read().1)
                        on_change=move |it| form.draft.update(|draft| draft.1 = it)
                        attr:data-testid="values-quiet"
                    />
                    <Refused refusal=form.refusal() />
                    <div class="actions">
                        <FormActions name="values-save" on_cancel=move || form.close() on_save=save />
                    </div>
                </div>
            </Show>
        </section>
    }
}
