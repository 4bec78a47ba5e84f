//! Thanks: the wall, which everybody sees; what nobody has said yet, which the manager alone sees;
//! and the awards of a month.

mod awards;
mod contest_form;
mod contest_list;
mod form;
mod large;
mod unsaid;
mod values;

pub use contest_list::ContestsPage;

use leptos::prelude::*;

use self::awards::Awards;
use self::form::PraiseForm;
use self::large::Large;
use self::unsaid::Unsaid;
use self::values::Values;
use crate::domain::command::Command;
use crate::domain::reward::Occasion;
use crate::domain::thanks::{Praise, ThanksDeed};
use crate::i18n::Lang;
use crate::present::thanks::{PraiseCard, TABLES, WallView, wall_view};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{
    Avatar, Badge, Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Form, Icon,
    IconButton, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<WallView>,
    form: Form<Praise, Refusal>,
    /// What is shown large, to everybody in the room.
    large: RwSignal<Option<Shown>>,
}

/// What is shown large.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    title: String,
    text: String,
    value: String,
    note: String,
}

/// The page.
#[component]
pub fn ThanksPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| wall_view(it, lang.get(), today))
    });
    let desk = Desk { app, lang, view, form: Form::closed(), large: RwSignal::new(None) };
    let form = desk.form;
    let manages = Memo::new(move |_| app.face().get().is_manager());
    view! {
        <div class="content thanks" data-testid="thanks-page">
            <div class="toolbar">
                <span class="toolbar__count" data-testid="thanks-headline">
                    {move || view.read().headline.clone()}
                </span>
                <span class="toolbar__rest">
                    <ButtonLink
                        icon=Icon::Goals
                        label=move || lang.get().contests_title()
                        href=Route::Contests.href()
                    />
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().thanks_say()
                        on_press=move || form.show(Praise::default())
                        attr:data-testid="praise-add"
                    />
                </span>
            </div>
            <Show when=move || form.is_open().get()>
                <PraiseForm desk />
            </Show>
            <Wall desk manages />
            <Show when=move || manages.get()>
                <Unsaid desk />
            </Show>
            <Awards desk />
            <Show when=move || manages.get()>
                <Values desk />
            </Show>
            <Large desk />
        </div>
    }
}

/// The praise, the latest first.
#[component]
fn Wall(desk: Desk, manages: Memo<bool>) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let card = move |card: PraiseCard| view! { <Card desk manages card /> };
    let empty = move || {
        let sentence = move || lang.get().thanks_wall_empty();
        view! { <EmptyState picture=EmptyPicture::List sentence /> }
    };
    view! {
        <section class="section" data-testid="thanks-wall">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().thanks_wall()}</h2>
            </div>
            <Show when=move || !view.read().cards.is_empty() fallback=empty>
                <ul class="thanks__wall">
                    {move || view.read().cards.clone().into_iter().map(card).collect_view()}
                </ul>
            </Show>
            <p class="section__note">{move || view.read().older.clone()}</p>
        </section>
    }
}

#[component]
fn Card(desk: Desk, manages: Memo<bool>, card: PraiseCard) -> impl IntoView {
    let Desk { app, lang, large, .. } = desk;
    let PraiseCard { id, to, names, text, value, note } = card;
    let shown = Shown {
        title: names.clone(),
        text: text.clone(),
        value: value.clone(),
        note: note.clone(),
    };
    let named = StoredValue::new(names.clone());
    let faces = to.into_iter().map(|name| view! { <Avatar name /> });
    view! {
        <li class="thanks__card" data-testid="praise">
            <div class="thanks__who">
                {faces.collect_view()}
                <span class="list__name">{names}</span>
            </div>
            <p class="thanks__text">{text}</p>
            <Badge label=value tone=Tone::Accent icon=Icon::Won />
            <p class="list__note">{note}</p>
            <div class="actions actions--start">
                <Button
                    icon=Icon::Eye
                    label=move || lang.get().thanks_show()
                    on_press=move || large.set(Some(shown.clone()))
                    attr:data-testid="praise-show"
                />
                <Show when=move || manages.get()>
                    <ButtonLink
                        icon=Icon::Money
                        label=move || lang.get().rewards_give()
                        href=Route::Rewards(Some(Occasion::Praise(id))).href()
                        attr:aria-label=move || lang.get().rewards_given_to(&named.read_value())
                        attr:data-testid="praise-points"
                    />
                    <IconButton
                        icon=Icon::Trash
                        label=move || lang.get().thanks_delete()
                        on_press=move |()| {
                            app.act(Command::Thanks(Box::new(ThanksDeed::DeletePraise(id))));
                        }
                    />
                </Show>
            </div>
        </li>
    }
}
