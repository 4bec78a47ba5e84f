//! What is due: done, with what came of it and what is next in one go; or brought to another day.

use leptos::prelude::*;

use super::kinds::Kinds;
use super::refused::Refused;
use crate::domain::activity::{ActivityKind, Finish};
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::follow_up::{Task, follow_up};
use crate::i18n::Lang;
use crate::present::agenda::task_words;
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{AreaField, Button, ButtonKind, DateField, Dialog, Form, FormActions, TextField};

/// The forms; the same ones serve one task after another.
#[derive(Clone, Copy)]
pub struct TaskForms {
    app: App,
    task: RwSignal<Option<Task>>,
    finish: Form<Finish, Refusal>,
    postpone: Form<Option<Day>, Refusal>,
}

impl TaskForms {
    /// Forms that are closed.
    pub fn closed(app: App) -> TaskForms {
        let task = RwSignal::new(None);
        TaskForms { app, task, finish: Form::closed(), postpone: Form::closed() }
    }

    /// Asks what came of a task.
    pub fn finish(self, task: Task) {
        let planned = self.app.peek(|it| match task {
            Task::Planned(id) => it.activities.get(id).and_then(|it| it.kind),
            Task::NextStep(_) | Task::Rhythm(_) => None,
        });
        self.task.set(Some(task));
        let kind = planned.or(Some(ActivityKind::Call));
        self.finish.show(Finish { kind, ..Finish::default() });
    }

    /// Asks for the new day of a task.
    pub fn postpone(self, task: Task) {
        self.task.set(Some(task));
        self.postpone.show(None);
    }

    fn save_finish(self) {
        let Some(task) = self.task.get_untracked() else { return };
        let finish = Box::new(self.finish.draft.get_untracked());
        let command = Command::FinishTask(task, self.app.draw_id().into(), finish);
        self.finish.settle(self.app.act_here(command));
    }

    fn save_postpone(self, day: Option<Day>) {
        let (Some(task), Some(day)) = (self.task.get_untracked(), day) else { return };
        let command = Command::PostponeTask(task, self.app.draw_id().into(), day);
        self.postpone.settle(self.app.act_here(command));
    }

    fn title(self) -> String {
        self.words().0
    }

    /// Whom the task is with, and what is due. Read once, when its form opens: it is gone as soon
    /// as it is done.
    fn words(self) -> (String, String) {
        let (lang, today) = (self.app.lang().get_untracked(), self.app.today().get_untracked());
        let task = self.task.get_untracked();
        task.map(|task| self.app.peek(|it| task_words(it, lang, today, task))).unwrap_or_default()
    }

    /// Whether it is about a lead, which then has a next step.
    fn has_lead(self) -> bool {
        let today = self.app.today().get_untracked();
        let due = |task| self.app.peek(|it| follow_up(it, today, task));
        self.task.get_untracked().and_then(due).is_some_and(|it| it.lead.is_some())
    }
}

/// The dialogs of the forms.
#[component]
pub fn TaskDialogs(
    /// The forms.
    forms: TaskForms,
) -> impl IntoView {
    view! {
        <FinishDialog forms />
        <PostponeDialog forms />
    }
}

#[component]
fn FinishDialog(forms: TaskForms) -> impl IntoView {
    let lang = use_app().lang();
    let close = move || forms.finish.close();
    let title = move || {
        forms.finish.is_open().track();
        lang.get().activities_done_what(&forms.title())
    };
    let actions = move || {
        view! {
            <FormActions name="finish-save" label=move || lang.get().activities_done_word() on_cancel=close on_save=move || forms.save_finish() />
        }
    };
    view! {
        <Dialog open=forms.finish.is_open() title on_close=close actions>
            <FinishFields forms />
        </Dialog>
    }
}

#[component]
fn FinishFields(forms: TaskForms) -> impl IntoView {
    let lang = use_app().lang();
    let draft = forms.finish.draft;
    let (outcome, set_outcome) = forms.finish.text(|draft| &mut draft.outcome);
    let next = forms.has_lead().then(|| view! { <NextFields forms /> });
    view! {
        <div class="form" data-testid="finish-form">
            <p class="lead__step">{forms.words().1}</p>
            <Kinds
                chosen=Signal::derive(move || draft.read().kind)
                on_choose=move |kind| draft.update(|it| it.kind = Some(kind))
            />
            <span data-testid="finish-outcome">
                <AreaField
                    label=move || lang.get().activity_outcome()
                    value=outcome
                    on_input=set_outcome
                    lines=2
                />
            </span>
            {next}
            <Refused refusal=forms.finish.refusal() />
        </div>
    }
}

/// What is to be done next with the lead.
#[component]
fn NextFields(forms: TaskForms) -> impl IntoView {
    let lang = use_app().lang();
    let draft = forms.finish.draft;
    let (step, set_step) = forms.finish.text(|draft| &mut draft.next_step);
    let set_day = move |day: Option<Day>| draft.update(|it| it.next_step_on = day);
    view! {
        <h3 class="section__title">{move || lang.get().activities_next()}</h3>
        <div class="form__row">
            <span data-testid="finish-next">
                <TextField
                    label=move || lang.get().lead_next_step()
                    value=step
                    on_input=set_step
                    on_enter=Callback::new(move |()| forms.save_finish())
                />
            </span>
            <span data-testid="finish-next-on">
                <DateField
                    label=move || lang.get().lead_next_step_on()
                    value=Signal::derive(move || day_text(draft.read().next_step_on))
                    on_change=move |day: String| set_day(day.parse().ok())
                />
            </span>
        </div>
        <Days on_choose=move |day| set_day(Some(day)) />
    }
}

fn day_text(day: Option<Day>) -> String {
    day.map(|it| it.to_string()).unwrap_or_default()
}

#[component]
fn PostponeDialog(forms: TaskForms) -> impl IntoView {
    let lang = use_app().lang();
    let draft = forms.postpone.draft;
    let close = move || forms.postpone.close();
    let title = move || {
        forms.postpone.is_open().track();
        lang.get().activities_move_what(&forms.title())
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=close />
            <span data-testid="postpone-save">
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().save()
                    disabled=Signal::derive(move || draft.read().is_none())
                    on_press=move || forms.save_postpone(draft.get_untracked())
                />
            </span>
        }
    };
    view! {
        <Dialog open=forms.postpone.is_open() title on_close=close actions>
            <div class="form" data-testid="postpone-form">
                <p class="lead__step">{forms.words().1}</p>
                <Days on_choose=move |day| forms.save_postpone(Some(day)) />
                <DateField
                    label=move || lang.get().activities_move_day()
                    value=Signal::derive(move || day_text(draft.get()))
                    on_change=move |day: String| draft.set(day.parse().ok())
                />
                <Refused refusal=forms.postpone.refusal() />
            </div>
        </Dialog>
    }
}

/// A text in the language of the page.
type Words = fn(Lang) -> &'static str;

/// Days that are often meant.
#[component]
fn Days(#[prop(into)] on_choose: Callback<Day>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let days: [(u64, Words); 3] = [
        (0, Lang::activities_today_day),
        (1, Lang::activities_tomorrow),
        (7, Lang::activities_in_week),
    ];
    let day = move |(ahead, words): (u64, Words)| {
        view! {
            <button
                type="button"
                class="chip chip--choice"
                data-testid=format!("day-{ahead}")
                on:click=move |_| on_choose.run(app.today().get_untracked().plus(ahead))
            >
                <span>{move || words(lang.get())}</span>
            </button>
        }
    };
    view! { <div class="chips">{days.into_iter().map(day).collect_view()}</div> }
}
