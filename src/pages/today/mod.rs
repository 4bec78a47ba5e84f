//! The home page: how the quarter stands in one sentence, what is late, who is away.

mod actions;
mod due;
mod late;
mod pace;
mod sheet;

use leptos::prelude::*;

use crate::domain::face::Matter;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::PinNews;
use crate::present::format;
use crate::present::today::{TABLES, TodayView, is_backup_due, today_view};
use crate::runtime::app::{App, use_app};
use crate::runtime::backup::day_of;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon, IconView};
use actions::OverdueActions;
use due::DueToday;
use late::{AwayToday, LateLeads};
use pace::Pace;
use sheet::PaceSheet;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<TodayView>,
    /// Whether the headline is being explained.
    opened: RwSignal<bool>,
}

/// What is at hand today.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let view = Memo::new(move |_| {
        let (face, today) = (app.face().get(), app.today().get());
        app.view(&TABLES, |workspace| today_view(workspace, face, today))
    });
    let desk = Desk { app, lang: app.lang(), view, opened: RwSignal::new(false) };
    let has_leads = Memo::new(move |_| view.read().has_leads);
    view! {
        <div class="two-pane" data-testid="today-page">
            <div class="two-pane__main">
                <div class="content today">
                    <PinNews />
                    <BackupReminder desk />
                    <Pace desk />
                    <Show when=move || has_leads.get() fallback=move || view! { <OverdueActions desk /> <NoLeads desk /> }>
                        <div class="today__columns">
                            <LateLeads desk />
                            <div class="today__aside">
                                <OverdueActions desk />
                                <DueToday desk />
                                <AwayToday desk />
                            </div>
                        </div>
                    </Show>
                </div>
            </div>
            <PaceSheet desk />
        </div>
    }
}

/// People but no leads yet: the two ways to bring them in.
#[component]
fn NoLeads(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <EmptyState picture=EmptyPicture::Board sentence=move || lang.get().today_no_leads()>
            <div class="actions">
                <ButtonLink
                    label=move || lang.get().today_open_board()
                    href=Route::Leads(BoardAddress::default()).href()
                />
                <ButtonLink
                    kind=ButtonKind::Primary
                    icon=Icon::Import
                    label=move || lang.get().today_import()
                    href=Route::Import.href()
                />
            </div>
        </EmptyState>
    }
}

/// A line when the last backup is old; the sample needs none.
#[component]
fn BackupReminder(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let due = Memo::new(move |_| {
        view.track();
        let last = app.last_backup().get().map(day_of);
        let changed = app.last_change().map(day_of);
        let sample = app.view(&[Table::Settings], |it| it.settings().sample);
        let may = app.may_see(Matter::Data);
        (may && !sample && is_backup_due(last, changed, app.today().get())).then_some(last)
    });
    let words = move |last| match last {
        Some(day) => lang.get().today_backup_old(&format::day(lang.get(), day)),
        None => lang.get().today_backup_never().to_owned(),
    };
    let line = move |last| {
        view! {
            <div class="notice" data-testid="backup-reminder">
                <IconView icon=Icon::Backup />
                <p class="notice__words">{words(last)}</p>
                <ButtonLink
                    kind=ButtonKind::Link
                    label=move || lang.get().today_backup_now()
                    href=Route::Data.href()
                />
            </div>
        }
    };
    move || due.get().map(line)
}
