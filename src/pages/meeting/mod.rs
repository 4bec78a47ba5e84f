//! Meetings: what can be started, the room in which one runs, what came of it, and what goes with
//! meetings: announcements, requests to others, who is due a word, and how it stood.

mod agenda;
mod attendance;
mod bar;
mod branch;
mod closing;
mod columns;
mod contacts;
mod home;
mod leaving;
mod lines;
mod minutes;
mod nav;
mod news;
mod points;
mod ratings;
mod requests;
mod rewind;
mod room;
mod sections;
mod trial;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::MeetingId;
use crate::domain::meeting::{MeetingCommand, Topic, Turn};
use crate::present::meeting::RUNNING_TABLES;
use crate::present::meeting::room::{Running, running_now};
use crate::present::meeting::to_close::{BoardToClose, TO_CLOSE_TABLES, boards_to_close};
use crate::runtime::app::App;
use crate::runtime::route::{MeetingPlace, Route};
use crate::runtime::ticking::moment;
pub use bar::MeetingBar;

/// Which screen of meetings stands; what changes within one is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingScreen {
    /// What can be started.
    Home,
    /// The room.
    Room,
    /// The minutes of a meeting.
    Minutes,
    /// Announcements.
    News,
    /// What is asked of other departments.
    Requests,
    /// Who is due a word.
    Contacts,
    /// How it stood.
    Rewind,
}

impl MeetingScreen {
    /// The screen of a place.
    pub fn of(place: &MeetingPlace) -> MeetingScreen {
        match place {
            MeetingPlace::Room => MeetingScreen::Room,
            MeetingPlace::Minutes(_) => MeetingScreen::Minutes,
            MeetingPlace::News => MeetingScreen::News,
            MeetingPlace::Requests => MeetingScreen::Requests,
            MeetingPlace::Contacts => MeetingScreen::Contacts,
            MeetingPlace::Rewind(_) => MeetingScreen::Rewind,
            MeetingPlace::Home => MeetingScreen::Home,
        }
    }
}

/// A screen of meetings.
#[component]
pub fn MeetingPage(
    /// Which one.
    screen: MeetingScreen,
) -> impl IntoView {
    match screen {
        MeetingScreen::Home => view! { <home::HomePage /> }.into_any(),
        MeetingScreen::Room => view! { <room::RoomPage /> }.into_any(),
        MeetingScreen::Minutes => view! { <minutes::MinutesPage /> }.into_any(),
        MeetingScreen::News => view! { <news::NewsPage /> }.into_any(),
        MeetingScreen::Requests => view! { <requests::RequestsPage /> }.into_any(),
        MeetingScreen::Contacts => view! { <contacts::ContactsPage /> }.into_any(),
        MeetingScreen::Rewind => view! { <rewind::RewindPage /> }.into_any(),
    }
}

/// The meeting that runs.
fn running(app: App) -> Memo<Option<Running>> {
    Memo::new(move |_| app.view(&RUNNING_TABLES, running_now))
}

/// Does something that the page itself shows, so that no word of it lies over the room.
fn quietly(app: App, command: MeetingCommand) {
    if let Err(refusal) = app.give(Command::Meeting(command)) {
        app.say_refused(&refusal);
    }
}

/// Lets something happen to the clock of the meeting that runs.
fn mark(app: App, running: Memo<Option<Running>>, turn: Turn) {
    let next = running.with_untracked(|it| it.as_ref().map(|it| (it.id, it.next_mark())));
    if let Some((id, number)) = next {
        quietly(app, MeetingCommand::Mark(id, number, turn, moment()));
    }
}

/// Ends the meeting that runs.
fn end(app: App, id: MeetingId) {
    app.act(Command::Meeting(MeetingCommand::End(id, moment())));
}

/// The ways to what is looked at while something is talked about, each with its name.
fn ways_of(app: App, topic: Topic) -> Vec<(String, Route)> {
    match topic {
        Topic::Deals => {
            boards_of(app).into_iter().map(|it| (it.name, Route::Leads(it.address))).collect()
        }
        topic => {
            let name = app.lang().get().meeting_topic(topic).to_owned();
            page_of(app, topic).into_iter().map(|it| (name.clone(), it)).collect()
        }
    }
}

/// The boards on which deals to close stand. Follows the deals, the day and the fiscal year.
fn boards_of(app: App) -> Vec<BoardToClose> {
    let (lang, today) = (app.lang().get(), app.today().get());
    app.view(&TO_CLOSE_TABLES, |it| boards_to_close(it, lang, today))
}

/// The page to look at while something is talked about. Follows the day and the fiscal year.
fn page_of(app: App, topic: Topic) -> Option<Route> {
    match topic {
        Topic::Goals => Some(Route::Goals(None)),
        Topic::Forecast => Some(Route::Round(None)),
        Topic::Deals => boards_of(app).into_iter().next().map(|it| Route::Leads(it.address)),
        Topic::Stale => Some(Route::Today),
        Topic::Promises => Some(Route::Promises),
        Topic::Contacts => Some(Route::Meeting(MeetingPlace::Contacts)),
        Topic::Requests => Some(Route::Meeting(MeetingPlace::Requests)),
        Topic::News => Some(Route::Meeting(MeetingPlace::News)),
        Topic::Handout => Some(Route::Draft),
        Topic::Contests => Some(Route::Contests),
        Topic::Closing | Topic::Praise => Some(Route::Thanks),
        Topic::Opening
        | Topic::Lessons
        | Topic::Learning
        | Topic::Actions
        | Topic::Issues
        | Topic::Own => None,
    }
}
