//! What is to be done next: the line that keeps a lead alive.

use leptos::prelude::*;

use super::Shown;
use crate::domain::follow_up::Task;
use crate::domain::id::LeadId;
use crate::pages::leads::desk::{Desk, Part};
use crate::pages::leads::facts_form::LeadFormFoot;
use crate::pages::leads::fields::{DraftDay, DraftText};
use crate::present::board::NextStep;
use crate::present::lead::LeadField;
use crate::ui::{Button, ButtonKind, Icon, IconView};

/// The next step, its form, or that there is none.
#[component]
pub(super) fn NextStepView(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let state = Memo::new(move |_| shown.with(|it| it.as_ref().map(|it| it.next_state)));
    let is_open = move || state.get().is_some_and(|it| it != NextStep::Closed);
    let form = desk.form;
    view! {
        <Show when=is_open>
            <section
                class="lead__next"
                data-testid="lead-next"
                data-state=move || state.get().map(NextStep::as_str)
            >
                <h3 class="section__title">{move || lang.get().lead_next_step()}</h3>
                <Show
                    when=move || desk.edits(id, Part::NextStep)
                    fallback=move || view! { <Planned desk id shown /> }
                >
                    <div class="form">
                        <DraftText form field=LeadField::NextStep at=|draft| &mut draft.next_step />
                        <DraftDay
                            form
                            field=LeadField::NextStepOn
                            at=|draft| &mut draft.next_step_on
                        />
                        <LeadFormFoot desk />
                    </div>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Planned(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let step =
        move || shown.with(|it| it.as_ref().map(|it| it.next_step.clone()).unwrap_or_default());
    let day =
        move || shown.with(|it| it.as_ref().map(|it| it.next_step_on.clone()).unwrap_or_default());
    let is_missing =
        move || shown.with(|it| it.as_ref().is_some_and(|it| it.next_state == NextStep::Missing));
    let is_late =
        move || shown.with(|it| it.as_ref().is_some_and(|it| it.next_state == NextStep::Late));
    let done = move || desk.tasks.finish(Task::NextStep(id));
    let edit = move || desk.edit(id, Part::NextStep);
    view! {
        <Show
            when=is_missing
            fallback=move || {
                view! {
                    <p class="lead__step">{step}</p>
                    <p class="lead__step-day">
                        {move || is_late().then(|| view! { <IconView icon=Icon::Clock /> })}
                        {day}
                    </p>
                    <div class="actions actions--start">
                        <span data-testid="next-done">
                            <Button
                                icon=Icon::Check
                                label=move || lang.get().lead_done()
                                on_press=done
                            />
                        </span>
                        <span data-testid="next-edit">
                            <Button label=move || lang.get().lead_change() slow=true on_press=edit />
                        </span>
                    </div>
                }
            }
        >
            <p class="lead__step">
                <IconView icon=Icon::Warn />
                {move || lang.get().lead_no_next_step()}
            </p>
            <div class="actions actions--start" data-testid="next-plan">
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().lead_plan()
                    slow=true
                    on_press=edit
                />
            </div>
        </Show>
    }
}
