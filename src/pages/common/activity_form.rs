//! The form of an activity: logged, planned, changed, deleted.

use leptos::prelude::*;

use super::kinds::Kinds;
use super::refused::Refused;
use crate::domain::command::Command;
use crate::domain::id::ActivityId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::activity::ActivityDraft;
use crate::present::lead::owners;
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Button, ButtonKind, Choice, DateField, Dialog, Form, FormActions, Icon,
    SegmentedField, SelectField, TimeField,
};

/// The form; the same one serves one activity after another.
#[derive(Clone, Copy)]
pub struct ActivityForm {
    app: App,
    form: Form<ActivityDraft, Refusal>,
    id: RwSignal<ActivityId>,
}

impl ActivityForm {
    /// A form that is closed.
    pub fn closed(app: App) -> ActivityForm {
        let id = RwSignal::new(ActivityId::default());
        ActivityForm { app, form: Form::closed(), id }
    }

    /// Opens with a new activity.
    pub fn begin(self, draft: ActivityDraft) {
        self.id.set(self.app.draw_id().into());
        self.form.show(draft);
    }

    /// Opens with an activity that is there.
    pub fn edit(self, id: ActivityId) {
        if let Some(draft) = self.app.peek(|it| it.activities.get(id).map(ActivityDraft::of)) {
            self.id.set(id);
            self.form.show(draft);
        }
    }

    fn save(self) {
        let id = self.id.get_untracked();
        let activity = match self.form.draft.read_untracked().activity() {
            Ok(activity) => activity,
            Err(rejection) => return self.form.settle(Err(rejection.into())),
        };
        self.form.settle(self.app.act_here(Command::SaveActivity(id, Box::new(activity))));
    }

    fn is_known(self) -> bool {
        let id = self.id.get();
        self.app.view(&[Table::Activities], |it| it.activities.has(id))
    }
}

/// The dialog of the form.
#[component]
pub fn ActivityDialog(
    /// The form.
    form: ActivityForm,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let close = move || form.form.close();
    let title = move || match form.is_known() {
        true => lang.get().activity_edit(),
        false => lang.get().activity_log(),
    };
    let delete = move || {
        close();
        app.act(Command::DeleteActivity(form.id.get_untracked()));
    };
    let actions = move || {
        view! {
            <Show when=move || form.is_known()>
                <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().activity_delete()
                        on_press=delete attr:data-testid="activity-delete" />
            </Show>
            <FormActions name="activity-save" on_cancel=close on_save=move || form.save() />
        }
    };
    view! {
        <Dialog open=form.form.is_open() title on_close=close actions>
            <Fields form />
        </Dialog>
    }
}

#[component]
fn Fields(form: ActivityForm) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let draft = form.form.draft;
    let states = move || {
        let lang = lang.get();
        vec![
            Choice::new("done", lang.activity_done()),
            Choice::new("planned", lang.activity_planned()),
        ]
    };
    let state = move || if draft.read().planned { "planned" } else { "done" }.to_owned();
    let late = move || draft.read().is_late(app.today().get());
    view! {
        <div class="form" data-testid="activity-form">
            <Kinds
                chosen=Signal::derive(move || draft.read().kind)
                on_choose=move |kind| draft.update(|it| it.kind = Some(kind))
            />
            <span data-testid="activity-state">
                <SegmentedField
                    label=move || lang.get().activity_state()
                    choices=Signal::derive(states)
                    value=Signal::derive(state)
                    on_change=move |id: String| draft.update(|it| it.planned = id == "planned")
                />
            </span>
            <Words form />
            <div class="form__row">
                <span data-testid="activity-day">
                    <DateField
                        label=move || lang.get().activity_day()
                        value=Signal::derive(move || draft.read().on.map(|it| it.to_string()).unwrap_or_default())
                        on_change=move |day: String| draft.update(|it| it.on = day.parse().ok())
                    />
                </span>
                <TimeField
                    label=move || lang.get().activity_time()
                    value=Signal::derive(move || draft.read().time.clone())
                    on_change=move |time: String| draft.update(|it| it.time = time)
                />
            </div>
            <Show when=late>
                <p class="field__hint" role="status" data-testid="activity-late">
                    {move || lang.get().activity_day_passed()}
                </p>
            </Show>
            <PersonField form />
            <Refused refusal=form.form.refusal() />
        </div>
    }
}

/// What it is about, and, once it is done, what came of it.
#[component]
fn Words(form: ActivityForm) -> impl IntoView {
    let lang = use_app().lang();
    let form = form.form;
    let area = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut ActivityDraft) -> &mut String,
                     name: &'static str| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <span data-testid=name><AreaField label value on_input lines=2 /></span> }
    };
    view! {
        {area(Lang::activity_text, |draft| &mut draft.text, "activity-text")}
        <Show when=move || !form.draft.read().planned>
            {area(Lang::activity_outcome, |draft| &mut draft.outcome, "activity-outcome")}
        </Show>
    }
}

#[component]
fn PersonField(form: ActivityForm) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let draft = form.form.draft;
    let choices = move || {
        let (today, current) = (app.today().get(), draft.read().person);
        let people = app.view(&[Table::People], |it| owners(it, today, current));
        let people = people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        let nobody = Choice::new("", lang.get().lead_nobody());
        std::iter::once(nobody).chain(people).collect::<Vec<_>>()
    };
    let value = move || draft.read().person.map(|it| it.to_string()).unwrap_or_default();
    view! {
        <SelectField
            label=move || lang.get().activity_person()
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=move |id: String| draft.update(|it| it.person = id.parse().ok())
        />
    }
}
