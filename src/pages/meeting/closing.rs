//! Before a meeting ends: actions that nobody does or that have no day are given both here, or the
//! meeting ends without it.

use leptos::prelude::*;

use super::quietly;
use crate::domain::id::MeetingPointId;
use crate::domain::meeting::{MeetingCommand, MeetingPoint, lacks};
use crate::domain::workspace::Table;
use crate::pages::common::WhoAndWhen;
use crate::present::meeting::points::lacks_words;
use crate::runtime::app::{App, use_app};
use crate::ui::{Badge, Button, ButtonKind, Dialog, Icon, Tone};

/// The question; it stands while there are actions to ask about.
#[component]
pub(super) fn Closing(
    /// The actions that lacked something when somebody wanted to end the meeting.
    asked: RwSignal<Vec<MeetingPointId>>,
    /// Ends the meeting.
    #[prop(into)]
    on_end: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let stay = move || asked.set(Vec::new());
    let end = move || {
        stay();
        on_end.run(());
    };
    let actions = move || {
        view! {
            <Button
                label=move || lang.get().room_end_stay()
                on_press=stay
                attr:data-testid="room-end-stay"
            />
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Check
                label=move || lang.get().room_end()
                on_press=end
                attr:data-testid="room-end-do"
            />
        }
    };
    let body = move || {
        let row = move |id| view! { <Row app id /> };
        view! {
            <p>{move || lang.get().room_end_note()}</p>
            <ul class="list">{asked.get_untracked().into_iter().map(row).collect_view()}</ul>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || !asked.read().is_empty())
            title=move || lang.get().room_end_title()
            on_close=move |()| stay()
            actions
        >
            {body}
        </Dialog>
    }
}

/// An action, what it still lacks, and who does it by when.
#[component]
fn Row(app: App, id: MeetingPointId) -> impl IntoView {
    let lang = app.lang();
    let point = Memo::new(move |_| {
        app.view(&[Table::MeetingPoints], |it| {
            it.meeting_points.get(id).cloned().unwrap_or_default()
        })
    });
    let lacking = Memo::new(move |_| {
        let tables = [Table::MeetingPoints, Table::People];
        app.view(&tables, |it| lacks_words(lang.get(), &lacks(it, &point.read())))
    });
    let change = move |change: &dyn Fn(&mut MeetingPoint)| {
        if let Some(mut point) = app.peek(|it| it.meeting_points.get(id).cloned()) {
            change(&mut point);
            quietly(app, MeetingCommand::SavePoint(id, Box::new(point)));
        }
    };
    let state = move || match lacking.read().is_empty() {
        true => {
            view! { <Badge label=lang.get().point_is_complete() tone=Tone::Good icon=Icon::Check /> }
        }
        false => view! { <Badge label=lacking.get() tone=Tone::Warn icon=Icon::Warn /> },
    };
    view! {
        <li class="point-complete" data-testid="room-lacking">
            <p class="point-complete__name">{move || point.read().text.clone()} " " {state}</p>
            <WhoAndWhen
                owner=Signal::derive(move || point.read().owner)
                on_owner=move |owner| change(&move |it| it.owner = owner)
                due=Signal::derive(move || point.read().due)
                on_due=move |due| change(&move |it| it.due = due)
            />
        </li>
    }
}
