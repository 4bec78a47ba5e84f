//! Making a backup: one file, checked before it is handed out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::face::Matter;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::data::{BackupState, Due, backup_state, size};
use crate::runtime::app::{App, use_app};
use crate::runtime::backup::{self, Made};
use crate::runtime::clashes::moment;
use crate::runtime::platform::clock;
use crate::runtime::platform::files::Saved;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Icon, IconView, Notice, Tone};

/// Where the making of a backup is.
#[derive(Clone, Debug, PartialEq)]
enum Making {
    Idle,
    Working,
    Saved(String, usize),
    /// It is made; the browser wants another tap to hand it out.
    Ready(Made),
    Cancelled(Made),
    Refused(Refusal),
}

/// Backups: the last one, and a new one. On a face that may not see the data as a whole there is
/// nothing.
#[component]
pub fn BackupSection() -> impl IntoView {
    let app = use_app();
    move || app.may_see(Matter::Data).then(|| view! { <Offered /> })
}

#[component]
fn Offered() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let making = RwSignal::new(Making::Idle);
    let state = Memo::new(move |_| state(app));
    let kind = move || match state.read().due {
        Due::No | Due::Soon => "plain",
        Due::Now => "warn",
    };
    let busy = Signal::derive(move || making.get() == Making::Working);
    view! {
        <section class="section" data-testid="data-backup">
            <div class="section__head"><h2 class="section__title">{move || lang.get().data_backup()}</h2></div>
            <p class="data__due" data-tone=kind data-testid="data-backup-state">
                <Show when=move || state.read().due == Due::Now><IconView icon=Icon::Warn /></Show>
                <span>{move || state.read().words.clone()}</span>
            </p>
            <p class="section__note">{move || lang.get().data_backup_note()}</p>
            <div class="toolbar">
                <span data-testid="data-backup-now">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Backup
                        label=move || lang.get().data_backup_now()
                        disabled=busy
                        on_press=move |()| spawn_local(make(app, making))
                    />
                </span>
            </div>
            <div role="status" data-testid="data-backup-result">
                {move || result(app, lang.get(), making)}
            </div>
        </section>
    }
}

fn state(app: App) -> BackupState {
    let changed = app.view(Table::ALL, |_| app.last_change());
    let last = app.last_backup().get().map(moment);
    backup_state(app.lang().get(), last, changed, clock::now())
}

async fn make(app: App, making: RwSignal<Making>) {
    making.set(Making::Working);
    match backup::make(app).await {
        Ok(made) => save(app, making, made).await,
        Err(refusal) => drop(making.try_set(Making::Refused(refusal))),
    }
}

async fn save(app: App, making: RwSignal<Making>, made: Made) {
    let next = match backup::save(app, &made).await {
        Saved::Handed => Making::Saved(made.name, made.text.len()),
        Saved::Cancelled => Making::Cancelled(made),
        Saved::Refused => Making::Ready(made),
    };
    making.try_set(next);
}

fn result(app: App, lang: Lang, making: RwSignal<Making>) -> Option<AnyView> {
    let (tone, words, made) = match making.get() {
        Making::Idle => return None,
        Making::Working => (Tone::Plain, lang.data_backup_making().to_owned(), None),
        Making::Saved(name, bytes) => {
            (Tone::Good, lang.data_backup_done(&name, &size(lang, bytes)), None)
        }
        Making::Ready(made) => (
            Tone::Accent,
            lang.data_backup_ready(&made.name, &size(lang, made.text.len())),
            Some(made),
        ),
        Making::Cancelled(made) => {
            (Tone::Warn, lang.data_backup_cancelled().to_owned(), Some(made))
        }
        Making::Refused(refusal) => (Tone::Bad, refusal.words(lang), None),
    };
    let action = made.map(|made| {
        let press = move |()| spawn_local(save(app, making, made.clone()));
        let label = lang.data_backup_save();
        view! { <Button icon=Icon::Export label on_press=press /> }.into_any()
    });
    Some(view! { <Notice tone words action /> }.into_any())
}
