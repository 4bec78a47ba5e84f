//! Signing a statement on glass, and the signature.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::commission::kept::PayDeed;
use crate::domain::commission::sign::{HEIGHT, Point, Strokes, WIDTH, path};
use crate::domain::id::PaySlipId;
use crate::pages::common::Refused;
use crate::present::pay::statement::{SignatureView, StatementView};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Icon, Ink, Notice, SignPad, SignPicture, TextField, Tone};

/// The signature there is, and the field to sign in where there is none that holds.
#[component]
pub(super) fn Signature(desk: Desk, view: Memo<Option<StatementView>>) -> impl IntoView {
    let lang = desk.lang;
    let kept = Memo::new(move |_| view.read().as_ref().and_then(|it| it.signature.clone()));
    let signs = Memo::new(move |_| view.read().as_ref().and_then(|it| it.signs.clone()));
    let is_there = move || kept.read().is_some() || signs.read().is_some();
    view! {
        <Show when=is_there>
            <section class="section" data-testid="statement-signature">
                <h2 class="section__title">{move || lang.get().sign_title()}</h2>
                {move || kept.get().map(|kept| view! { <Kept kept /> })}
                {move || signs.get().map(|(id, name)| view! { <Sign desk id name /> })}
            </section>
        </Show>
    }
}

#[component]
fn Kept(kept: SignatureView) -> impl IntoView {
    let SignatureView { words, path, stale } = kept;
    let is_stale = stale.is_some();
    let drawn = path.map(|path| {
        view! {
            <div class="sign-pad sign-pad--kept" data-stale=is_stale.then_some("")>
                <SignPicture width=WIDTH height=HEIGHT path />
            </div>
        }
    });
    view! {
        {drawn}
        <p data-testid="statement-signed">{words}</p>
        {stale.map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
    }
}

#[component]
fn Sign(desk: Desk, id: PaySlipId, name: String) -> impl IntoView {
    let Desk { app, lang } = desk;
    let drawn = RwSignal::new(Vec::<Vec<Point>>::new());
    let typed = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<Refusal>);
    let ink = move |it: Ink| {
        drawn.update(|all| match it {
            Ink::Begin(x, y) => all.push(vec![(x, y)]),
            Ink::On(x, y) => all.last_mut().into_iter().for_each(|it| it.push((x, y))),
        });
    };
    let keep = move || {
        let strokes = drawn.with_untracked(|it| Strokes::of(it));
        let deed = PayDeed::Sign(id, strokes, typed.get_untracked());
        refusal.set(app.act_here(Command::Pay(Box::new(deed))).err());
    };
    let clear = move || drawn.set(Vec::new());
    let is_drawn = Memo::new(move |_| !drawn.read().is_empty());
    view! {
        <div class="form pay__sign">
            <p class="section__note prose">{move || lang.get().sign_note(&name)}</p>
            <SignPad
                label=move || lang.get().sign_field()
                width=WIDTH
                height=HEIGHT
                path=Signal::derive(move || path(&drawn.read()))
                on_ink=ink
            />
            <TextField
                label=move || lang.get().sign_name()
                value=typed
                on_input=move |it| typed.set(it)
                on_enter=keep
                attr:data-testid="sign-name"
            />
            <Refused name="sign-refused" refusal />
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Check
                    label=move || lang.get().sign_keep()
                    on_press=keep
                    attr:data-testid="sign-keep"
                />
                <Show when=move || is_drawn.get()>
                    <Button label=move || lang.get().sign_clear() on_press=clear attr:data-testid="sign-clear" />
                </Show>
            </div>
        </div>
    }
}
