//! Who is here.

use leptos::prelude::*;

use super::quietly;
use super::room::Desk;
use crate::domain::meeting::MeetingCommand;
use crate::domain::workspace::Table;
use crate::present::team::person_choices;
use crate::ui::{Button, ButtonKind, CheckField, Dialog};

/// Everybody with a box to tick.
#[component]
pub(super) fn Attendance(desk: Desk) -> impl IntoView {
    let Desk { app, lang, running, asking, .. } = desk;
    let people = Memo::new(move |_| app.view(&[Table::People], person_choices));
    let body = move || {
        let row = move |(id, name)| {
            let set = move |there: bool| {
                if let Some(meeting) = running.with_untracked(|it| it.as_ref().map(|it| it.id)) {
                    quietly(app, MeetingCommand::SetPresent(meeting, id, there));
                }
            };
            view! {
                <li class="round__person" data-testid="room-person">
                    <CheckField
                        label=name
                        checked=Signal::derive(move || desk.tell(|it| it.is_there(id)))
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
