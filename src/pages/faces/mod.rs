//! Who looks on: one tap turns the tablet to the room, to one person or to a customer; and the PIN
//! that turns it back.

use leptos::prelude::*;

use crate::domain::face::Face;
use crate::domain::id::{PersonId, SurveyId};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::{PinForm, PinNews};
use crate::present::team::colleague_choices;
use crate::runtime::app::{App, use_app};
use crate::runtime::faces::{NotTurned, has_pin, set_pin, turn};
use crate::runtime::kiosk;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, Choice, Icon, IconView, SelectField};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    /// Counts how often the PIN was set or taken away, which nothing else tells.
    pin: RwSignal<u32>,
    /// Why the tablet did not turn, or the PIN stayed as it was.
    refused: RwSignal<Option<NotTurned>>,
}

/// The faces and the PIN.
#[component]
pub fn FacesPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let desk = Desk { app, lang, pin: RwSignal::new(0), refused: RwSignal::new(None) };
    view! {
        <div class="content content--narrow" data-testid="faces-page">
            <PinNews />
            <section class="section">
                <p class="section__note">{move || lang.get().faces_note()}</p>
                <Refused desk />
                <ul class="list">
                    <Room desk />
                    <Rep desk />
                    <Client desk />
                </ul>
            </section>
            <Pin desk />
        </div>
    }
}

impl Desk {
    fn turn(self, face: Face) {
        let turned = turn(self.app, face);
        self.refused.try_set(turned.err());
    }
}

/// Why nothing was turned or set.
#[component]
fn Refused(desk: Desk) -> impl IntoView {
    let Desk { lang, refused, .. } = desk;
    let words = move || {
        let words = refused.get()?.words(lang.get());
        Some(view! { <IconView icon=Icon::Warn /> {words} })
    };
    view! { <p class="field__error" role="alert" data-testid="face-refused">{words}</p> }
}

/// A face with what it shows and the tap that turns to it.
#[component]
fn FaceRow(
    lang: Signal<Lang>,
    name: fn(Lang) -> &'static str,
    note: fn(Lang) -> &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <li class="list__row faces__row">
            <span class="list__main">
                <span class="list__name">{move || name(lang.get())}</span>
                <span class="list__note">{move || note(lang.get())}</span>
            </span>
            {children()}
        </li>
    }
}

#[component]
fn Room(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <FaceRow lang name=Lang::face_room note=Lang::face_room_note>
            <Button
                icon=Icon::Team
                label=move || lang.get().face_show()
                on_press=move || desk.turn(Face::Room)
                attr:data-testid="face-room"
            />
        </FaceRow>
    }
}

#[component]
fn Rep(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let chosen = RwSignal::new(None::<PersonId>);
    let people = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&[Table::People], |it| colleague_choices(it, today, &[]))
    });
    let person = Memo::new(move |_| chosen.get().or(people.read().first().map(|it| it.0)));
    let choices = move || {
        let choice = |(id, name): &(PersonId, String)| Choice::new(id.to_string(), name);
        people.read().iter().map(choice).collect::<Vec<_>>()
    };
    let show = move || person.get_untracked().into_iter().for_each(|it| desk.turn(Face::Rep(it)));
    view! {
        <FaceRow lang name=Lang::face_rep note=Lang::face_rep_note>
            <span class="faces__choice" data-testid="face-rep-who">
                <SelectField
                    label=move || lang.get().face_rep_who()
                    choices=Signal::derive(choices)
                    value=Signal::derive(move || person.get().map(|it| it.to_string()).unwrap_or_default())
                    on_change=move |it: String| chosen.set(it.parse().ok())
                />
            </span>
            <Button
                icon=Icon::Person
                label=move || lang.get().face_show()
                disabled=Signal::derive(move || person.get().is_none())
                on_press=show
                attr:data-testid="face-rep"
            />
        </FaceRow>
    }
}

#[component]
fn Client(desk: Desk) -> impl IntoView {
    let Desk { app, lang, refused, .. } = desk;
    let chosen = RwSignal::new(None::<SurveyId>);
    let surveys = Memo::new(move |_| {
        app.view(&[Table::Surveys], |it| {
            let asked = it.surveys.iter().filter(|(_, it)| !it.closed);
            asked.map(|(id, it)| (id, lang.get().survey_said(&it.name))).collect::<Vec<_>>()
        })
    });
    let survey = Memo::new(move |_| chosen.get().or(surveys.read().first().map(|it| it.0)));
    let choices = move || {
        let choice = |(id, name): &(SurveyId, String)| Choice::new(id.to_string(), name);
        surveys.read().iter().map(choice).collect::<Vec<_>>()
    };
    let show = move || {
        if kiosk::forget().is_err() {
            return refused.set(Some(NotTurned::NotKept));
        }
        survey.get_untracked().into_iter().for_each(|it| desk.turn(Face::Client(it)));
    };
    let none = move || {
        view! { <ButtonLink label=move || lang.get().face_client_none() href=Route::Surveys.href() /> }
    };
    view! {
        <FaceRow lang name=Lang::face_client note=Lang::face_client_note>
            <Show when=move || survey.get().is_some() fallback=none>
                <span class="faces__choice">
                    <SelectField
                        label=move || lang.get().face_client_which()
                        choices=Signal::derive(choices)
                        value=Signal::derive(move || survey.get().map(|it| it.to_string()).unwrap_or_default())
                        on_change=move |it: String| chosen.set(it.parse().ok())
                    />
                </span>
                <Button
                    icon=Icon::Phone
                    label=move || lang.get().face_show()
                    on_press=show
                    attr:data-testid="face-client"
                />
            </Show>
        </FaceRow>
    }
}

/// Whether a PIN is set, and setting or taking it away.
#[component]
fn Pin(desk: Desk) -> impl IntoView {
    let Desk { app, lang, pin, refused } = desk;
    let is_set = Memo::new(move |_| {
        pin.track();
        has_pin()
    });
    let status = move || if is_set.get() { lang.get().pin_set() } else { lang.get().pin_unset() };
    let set = move || {
        refused.set(None);
        pin.update(|it| *it += 1);
    };
    let remove = move || {
        refused.set(set_pin(app, None).err());
        pin.update(|it| *it += 1);
    };
    view! {
        <section class="section" data-testid="faces-pin">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().pin_title()}</h2>
                <Show when=move || is_set.get()>
                    <Button
                        kind=ButtonKind::Danger
                        label=move || lang.get().pin_remove()
                        on_press=remove
                    />
                </Show>
            </div>
            <p data-testid="pin-status">{status}</p>
            <p class="section__note">{move || lang.get().pin_note()}</p>
            <PinForm on_set=set />
        </section>
    }
}
