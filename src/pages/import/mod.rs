//! The way of an import: files, columns, dry run, done. Nothing changes before the last button.

mod check;
mod columns;
mod done;
mod files;
mod links;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::present::format;
use crate::runtime::app::use_app;
use crate::runtime::importing::{Importing, Remark, Step, Work};
use crate::ui::{Button, ButtonKind, Icon, IconView, Notice, Progress, Steps, Tone};

/// The import wizard.
#[component]
pub fn ImportPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let flow = Importing::new(app);
    let steps = move || {
        let lang = lang.get();
        let names = [
            lang.import_step_files(),
            lang.import_step_columns(),
            lang.import_step_check(),
            lang.import_step_done(),
        ];
        names.map(str::to_owned).to_vec()
    };
    let current = move || flow.step.get() as usize;
    let body = move || match flow.step.get() {
        Step::Files => view! { <files::FilesStep flow /> }.into_any(),
        Step::Columns => view! { <columns::ColumnsStep flow /> }.into_any(),
        Step::Check => view! { <check::CheckStep flow /> }.into_any(),
        Step::Done => view! { <done::DoneStep flow /> }.into_any(),
    };
    view! {
        <div class="wizard" data-testid="import-wizard">
            <header class="wizard__head">
                <Steps label=move || lang.get().import_way() steps current />
            </header>
            <div class="wizard__body">
                <Remarks flow />
                <Working flow />
                {body}
            </div>
            <Foot flow />
        </div>
    }
}

/// What is to be said above the step.
#[component]
fn Remarks(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let words = move || {
        let (tone, words) = match flow.remark.get()? {
            Remark::ChangedMeanwhile => {
                (Tone::Warn, lang.get().import_changed_meanwhile().to_owned())
            }
            Remark::Stopped => (Tone::Plain, lang.get().import_stopped().to_owned()),
            Remark::Refused(refusal) => (Tone::Bad, refusal.words(lang.get())),
        };
        Some(view! { <Notice tone words attr:data-testid="import-remark" /> })
    };
    view! { <div role="status" class="import__said">{words}</div> }
}

/// What is being done at the moment, and the way to stop it.
#[component]
fn Working(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let share = Memo::new(move |_| match flow.work.get() {
        Work::Reading(share) | Work::Planning(share) | Work::Saving(share) => share,
        Work::Idle | Work::Stopped => 0.0,
    });
    let kind = Memo::new(move |_| std::mem::discriminant(&flow.work.get()));
    let label = move || working(lang.get(), flow.work.get());
    let bar = move || {
        // A memo that nobody reads is not worked out, so tracking it alone would follow nothing.
        kind.get();
        match flow.work.get_untracked() {
            Work::Idle => None,
            Work::Stopped => Some(view! { <Stopped flow /> }.into_any()),
            Work::Reading(_) | Work::Planning(_) | Work::Saving(_) => Some(
                view! {
                    <div data-testid="import-progress">
                        <Progress label share on_cancel=move |()| flow.stop() />
                    </div>
                }
                .into_any(),
            ),
        }
    };
    view! { <div class="import__said">{bar}</div> }
}

fn working(lang: Lang, work: Work) -> String {
    let percent = |share: f64| format::percent(lang, (share * 100.0) as i64 * 10);
    match work {
        Work::Reading(share) => lang.import_reading(&percent(share)),
        Work::Planning(share) => lang.import_planning(&percent(share)),
        Work::Saving(share) => lang.import_saving(&percent(share)),
        Work::Idle | Work::Stopped => String::new(),
    }
}

#[component]
fn Stopped(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <div class="notice" data-testid="import-stopped">
            <IconView icon=Icon::Pause />
            <p class="notice__words">{move || lang.get().import_stopped()}</p>
            <Button label=move || lang.get().import_try_again() on_press=move |()| flow.go_on() />
        </div>
    }
}

/// Back, and the one thing to do.
#[component]
fn Foot(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let busy = Signal::derive(move || flow.work.get() != Work::Idle);
    let has_files = move || !flow.names().is_empty();
    let back = move || match flow.step.get() {
        Step::Columns => Some(Step::Files),
        Step::Check => Some(Step::Columns),
        Step::Files | Step::Done => None,
    };
    let back = move || {
        back().map(|step| {
            view! {
                <span data-testid="import-back">
                    <Button
                        icon=Icon::Back
                        label=move || lang.get().import_back()
                        disabled=busy
                        on_press=move |()| flow.step.set(step)
                    />
                </span>
            }
        })
    };
    let next = move || match flow.step.get() {
        Step::Files if has_files() => {
            Some(view! { <Next flow busy to=Step::Columns /> }.into_any())
        }
        Step::Columns => Some(view! { <Next flow busy to=Step::Check /> }.into_any()),
        Step::Check => Some(view! { <check::Commit flow busy /> }.into_any()),
        Step::Files | Step::Done => None,
    };
    let shown =
        move || flow.step.get() != Step::Done && (has_files() || flow.step.get() != Step::Files);
    view! {
        <Show when=shown>
            <footer class="wizard__foot">
                <div class="actions--start">{back}</div>
                <div class="actions">{next}</div>
            </footer>
        </Show>
    }
}

#[component]
fn Next(flow: Importing, busy: Signal<bool>, to: Step) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <span data-testid="import-next">
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().import_next()
                disabled=busy
                on_press=move |()| flow.step.set(to)
            />
        </span>
    }
}
