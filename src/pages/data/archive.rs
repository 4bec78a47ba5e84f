//! Old history into a file: how old, the file, and then out of this tablet.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::Lang;
use crate::present::archive::Age;
use crate::present::data::size;
use crate::runtime::app::{App, use_app};
use crate::runtime::archive::{self, Archived, Prepared};
use crate::runtime::platform::clock;
use crate::runtime::platform::files::Saved;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Choice, Icon, Notice, SegmentedField, Tone};

/// Where the archiving is.
#[derive(Clone, Debug, PartialEq)]
enum Archiving {
    Idle,
    Working,
    /// Nothing so old is here.
    Nothing,
    /// It is made; the browser wants another tap to hand it out.
    Ready(Prepared),
    /// It is in somebody's hands; nothing has been removed yet.
    Saved(Prepared),
    /// What the archive holds has gone, which freed so many bytes.
    Removed(Archived, usize),
    Refused(Refusal),
}

/// The way to archive old history, closed until somebody asks for it.
#[component]
pub fn ArchivePanel() -> impl IntoView {
    let lang = use_app().lang();
    let open = RwSignal::new(false);
    let toggle = move |()| open.update(|open| *open = !*open);
    view! {
        <span data-testid="data-archive">
            <Button kind=ButtonKind::Link icon=Icon::Backup label=move || lang.get().archive() on_press=toggle />
        </span>
        <Show when=move || open.get()>
            <Archive />
        </Show>
    }
}

#[component]
fn Archive() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let age = RwSignal::new(Age::Year);
    let archiving = RwSignal::new(Archiving::Idle);
    let choices =
        move || Age::ALL.map(|it| Choice::new(it.as_str(), it.words(lang.get()))).to_vec();
    let choose = move |id: String| {
        age.set(Age::ALL.into_iter().find(|it| it.as_str() == id).unwrap_or_default());
        archiving.set(Archiving::Idle);
    };
    let busy = Signal::derive(move || archiving.get() == Archiving::Working);
    view! {
        <div class="data__archive" data-testid="data-archive-panel">
            <p class="section__note">{move || lang.get().archive_note()}</p>
            <SegmentedField
                label=move || lang.get().archive_older()
                choices=Signal::derive(choices)
                value=Signal::derive(move || age.get().as_str().to_owned())
                on_change=choose
            />
            <span data-testid="data-archive-make">
                <Button
                    icon=Icon::Backup
                    label=move || lang.get().archive_make()
                    disabled=busy
                    on_press=move |()| spawn_local(make(app, archiving, age.get_untracked()))
                />
            </span>
            <div role="status" data-testid="data-archive-result">
                {move || result(app, lang.get(), archiving)}
            </div>
        </div>
    }
}

async fn make(app: App, archiving: RwSignal<Archiving>, age: Age) {
    archiving.set(Archiving::Working);
    match archive::prepare(app, age.before(clock::now())).await {
        Ok(Some(prepared)) => save(archiving, prepared).await,
        Ok(None) => drop(archiving.try_set(Archiving::Nothing)),
        Err(refusal) => drop(archiving.try_set(Archiving::Refused(refusal))),
    }
}

async fn save(archiving: RwSignal<Archiving>, prepared: Prepared) {
    let next = match archive::save(&prepared).await {
        Saved::Handed => Archiving::Saved(prepared),
        Saved::Cancelled | Saved::Refused => Archiving::Ready(prepared),
    };
    archiving.try_set(next);
}

async fn remove(app: App, archiving: RwSignal<Archiving>, prepared: Prepared) {
    archiving.set(Archiving::Working);
    let archived = prepared.archived;
    let next = match archive::remove(app, archived.clone()).await {
        Ok(freed) => Archiving::Removed(archived, freed),
        Err(refusal) => Archiving::Refused(refusal),
    };
    archiving.try_set(next);
}

fn result(app: App, lang: Lang, archiving: RwSignal<Archiving>) -> Option<AnyView> {
    let held = |it: &Archived| archive::held(lang, it);
    let (tone, words, next) = match archiving.get() {
        Archiving::Idle => return None,
        Archiving::Working => (Tone::Plain, lang.archive_working().to_owned(), None),
        Archiving::Nothing => (Tone::Plain, lang.archive_none().to_owned(), None),
        Archiving::Ready(prepared) => {
            let words = lang.archive_ready(&prepared.name, &held(&prepared.archived));
            let press = move |()| spawn_local(save(archiving, prepared.clone()));
            let label = lang.data_backup_save();
            let button = view! { <Button icon=Icon::Export label on_press=press /> };
            (Tone::Accent, words, Some(button.into_any()))
        }
        Archiving::Saved(prepared) => {
            let words = lang.archive_saved(&prepared.name, &held(&prepared.archived));
            let label = lang.archive_remove(prepared.archived.entries);
            let press = move |()| spawn_local(remove(app, archiving, prepared.clone()));
            let button = view! { <Button kind=ButtonKind::Danger label on_press=press /> };
            (Tone::Good, words, Some(button.into_any()))
        }
        Archiving::Removed(archived, freed) => {
            let words = lang.archive_removed(&held(&archived), &size(lang, freed));
            (Tone::Good, words, None)
        }
        Archiving::Refused(refusal) => (Tone::Bad, refusal.words(lang), None),
    };
    let action =
        next.map(|next| view! { <span data-testid="data-archive-next">{next}</span> }.into_any());
    Some(view! { <Notice tone words action /> }.into_any())
}
