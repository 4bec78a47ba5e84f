//! Somebody's own screen: three amounts, sealed with one press.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::money::Currency;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::rounds::{Missing, SaidDraft, known};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Icon, MoneyField};

/// What the form shares with its fields.
#[derive(Clone, Copy)]
struct Sheet {
    desk: Desk,
    draft: RwSignal<SaidDraft>,
    /// Whether somebody tried to seal it as it is.
    tried: RwSignal<bool>,
}

/// The form of one person.
#[component]
pub(super) fn Answer(desk: Desk, person: PersonId) -> impl IntoView {
    let Desk { app, lang, round, answering, .. } = desk;
    let currency = round.with_untracked(|it| it.as_ref().map_or(Currency::CNY, |it| it.currency));
    let draft = RwSignal::new(SaidDraft::new(currency));
    let tried = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let sheet = Sheet { desk, draft, tried };
    let seal = Callback::new(move |()| {
        tried.set(true);
        let id = round.with_untracked(|it| it.as_ref().map(|it| it.id));
        let (Ok(said), Some(id)) = (draft.read_untracked().read(), id) else { return };
        // No word of it stays on the next one's screen; the list says that it is sealed.
        match app.give(Command::SealPromise(id, person, said)) {
            Ok(()) => answering.set(None),
            Err(refused) => refusal.set(Some(refused)),
        }
    });
    let name = move || {
        let round = round.read();
        let name = round.as_ref().and_then(|it| it.seat(person)).map(|it| it.name.clone());
        lang.get().round_your_turn(&name.unwrap_or_default())
    };
    let told = Memo::new(move |_| {
        let (round, today) = (round.read(), app.today().get());
        let tell = |round| app.peek(|it| known(it, lang.get(), today, round, person));
        round.as_ref().map(tell).unwrap_or_default()
    });
    let line = |words: String| view! { <p>{words}</p> };
    let field = move |place: usize| view! { <AmountField sheet place seal /> };
    view! {
        <section class="round__screen form" data-testid="round-answer">
            <h2 class="round__name">{name}</h2>
            <div class="section__note">
                {move || told.get().into_iter().map(line).collect_view()}
                <p>{move || lang.get().round_whole_period()}</p>
            </div>
            {[0, 1, 2].map(field).into_iter().collect_view()}
            <Refused name="round-refused" refusal />
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Lock
                    label=move || lang.get().round_seal()
                    on_press=seal
                    attr:data-testid="round-seal"
                />
                <Button
                    label=move || lang.get().round_leave()
                    on_press=move || answering.set(None)
                    attr:data-testid="round-leave"
                />
            </div>
        </section>
    }
}

#[component]
fn AmountField(sheet: Sheet, place: usize, seal: Callback<()>) -> impl IntoView {
    let Sheet { desk: Desk { lang, .. }, draft, tried } = sheet;
    let words = move || SaidDraft::words(lang.get())[place];
    let typed = move || draft.read().0[place].clone();
    let is_missing = move || draft.read().read() == Err(Missing(place));
    let is_wrong = move || typed().read().is_none();
    let error = move || {
        let shown = is_wrong() || tried.get() && is_missing();
        shown.then(|| lang.get().round_need_amount().to_owned())
    };
    const TEST_IDS: [&str; 3] = ["round-worst", "round-commit", "round-best"];
    view! {
        <div data-testid=TEST_IDS[place]>
            <MoneyField
                label=move || words().0
                hint=Signal::derive(move || words().1.to_owned())
                currency=move || format::symbol(lang.get(), typed().currency)
                value=Signal::derive(move || typed().text)
                on_input=move |text: String| draft.update(|it| it.0[place].text = text)
                on_enter=seal
                understood=Signal::derive(move || typed().understood(lang.get()))
                error=Signal::derive(error)
            />
        </div>
    }
}
