//! The way from a record to a meeting: an issue about it for the one that runs, or for the next.

use leptos::prelude::*;

use super::point_form::PointDialog;
use crate::domain::id::MeetingPointId;
use crate::domain::meeting::{MeetingPoint, Source, running};
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Form, Icon};

/// A button that opens the form of an issue about something.
#[component]
pub fn BringUp(
    /// What it is about; nothing where it is not there yet.
    #[prop(into)]
    source: Signal<Option<Source>>,
    /// Its name, which the issue begins with.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let form = Form::<MeetingPoint, Refusal>::closed();
    let editing = RwSignal::new(None::<MeetingPointId>);
    let begin = move || {
        let text = lang.get_untracked().point_about(&name.read_untracked());
        let issue = MeetingPoint::issue(text, source.get_untracked());
        let held = app.peek(|it| running(it).map(|(id, meeting)| (id, meeting.kind)));
        editing.set(Some(app.draw_id().into()));
        form.show(match held {
            Some((id, kind)) => MeetingPoint { meeting: Some(id), kind, ..issue },
            None => issue,
        });
    };
    view! {
        <Show when=move || source.read().is_some()>
            <Button
                icon=Icon::Meet
                label=move || lang.get().point_bring_up()
                on_press=begin
                attr:data-testid="bring-up"
            />
        </Show>
        <PointDialog form editing />
    }
}
