//! Who is here, or was: while a meeting runs and afterwards.

use leptos::prelude::*;

use super::quietly;
use crate::domain::id::{MeetingId, PersonId};
use crate::domain::meeting::MeetingCommand;
use crate::domain::workspace::Table;
use crate::present::team::colleague_choices;
use crate::runtime::app::App;
use crate::ui::{Button, ButtonKind, CheckField, Dialog};

/// Everybody with a box to tick.
#[component]
pub(super) fn Attendance(
    app: App,
    /// Whether it is asked.
    asking: RwSignal<bool>,
    /// Of which meeting; none where there is none.
    #[prop(into)]
    meeting: Signal<Option<MeetingId>>,
) -> impl IntoView {
    let lang = app.lang();
    let there = Memo::new(move |_| {
        app.view(&[Table::Meetings], |it| {
            it.meetings.find(meeting.get()).map(|it| it.people.clone()).unwrap_or_default()
        })
    });
    let people = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&[Table::People], |it| colleague_choices(it, today, &there.read()))
    });
    let body = move || {
        let row = move |(id, name): (PersonId, String)| {
            let set = move |is_there: bool| {
                if let Some(meeting) = meeting.get_untracked() {
                    quietly(app, MeetingCommand::SetPresent(meeting, id, is_there));
                }
            };
            view! {
                <li class="round__person" data-testid="room-person">
                    <CheckField
                        label=name
                        checked=Signal::derive(move || there.read().contains(&id))
                        on_change=set
                    />
                </li>
            }
        };
        view! { <ul class="round__people">{move || people.get().into_iter().map(row).collect_view()}</ul> }
    };
    let actions = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().close()
                on_press=move || asking.set(false)
                attr:data-testid="room-people-done"
            />
        }
    };
    view! {
        <Dialog
            open=asking
            title=move || lang.get().room_attendance()
            on_close=move || asking.set(false)
            actions
        >
            {body}
        </Dialog>
    }
}
