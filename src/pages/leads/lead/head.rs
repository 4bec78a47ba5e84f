//! What a lead is worth and how far it has come.

use leptos::prelude::*;

use super::Shown;
use crate::domain::assignment::pool::Pool;
use crate::domain::face::Matter;
use crate::domain::id::LeadId;
use crate::domain::pipeline::Outcome;
use crate::pages::leads::desk::Desk;
use crate::runtime::route::Route;
use crate::ui::{Badge, Button, Icon, Meter, Tone};

/// The amount, the stage with its way on, and for how long.
#[component]
pub(super) fn Head(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let text = move |read: fn(&super::LeadView) -> &String| {
        shown.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    let stage = move || {
        let (name, outcome) =
            shown.with(|it| it.as_ref().map(|it| (it.stage_name.clone(), it.outcome)))?;
        Some(match outcome {
            Outcome::Open => view! { <Badge label=name tone=Tone::Accent /> }.into_any(),
            Outcome::Won => {
                view! { <Badge label=name tone=Tone::Good icon=Icon::Won /> }.into_any()
            }
            Outcome::Lost => {
                view! { <Badge label=name tone=Tone::Bad icon=Icon::Lost /> }.into_any()
            }
        })
    };
    let who = move || {
        let lang = lang.get();
        let (owner, class) = (text(|it| &it.owner), text(|it| &it.class));
        let owner = if owner.is_empty() { lang.lead_nobody().to_owned() } else { owner };
        let class = if class.is_empty() { class } else { lang.lead_class(&class) };
        let parts = [owner, class, text(|it| &it.last_activity)];
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let share = move || shown.with(|it| it.as_ref().map_or(0.0, |it| it.staleness));
    let tone = move || if 1.0 <= share() { Tone::Warn } else { Tone::Plain };
    let is_open =
        move || shown.with(|it| it.as_ref().is_some_and(|it| it.outcome == Outcome::Open));
    let has = move |read: fn(&super::LeadView) -> &String| !text(read).is_empty();
    view! {
        <header class="lead__head">
            <Show when=move || has(|it| &it.about)>
                <p class="lead__about" data-testid="lead-about">{move || text(|it| &it.about)}</p>
            </Show>
            <Show when=move || has(|it| &it.amount)>
                <p class="lead__amount" data-testid="lead-amount">{move || text(|it| &it.amount)}</p>
            </Show>
            <p class="lead__who" data-testid="lead-who">{who}</p>
            <Show when=move || has(|it| &it.given) && desk.app.may_see(Matter::Work)>
                <p class="lead__who" data-testid="lead-given">{move || text(|it| &it.given)}</p>
            </Show>
            <Show when=move || is_open() && desk.app.may_see(Matter::Work)>
                <p class="lead__who">
                    <a href=Route::Assign(Some(Pool::One(id))).href() data-testid="lead-who-fits">
                        {move || lang.get().lead_who_fits()}
                    </a>
                </p>
            </Show>
            <div class="lead__stage">
                <span data-testid="lead-stage">{stage}</span>
                <span data-testid="lead-move">
                    <Button
                        label=move || lang.get().leads_move()
                        on_press=move || desk.moving.set(Some(id))
                    />
                </span>
            </div>
            <Show when=move || has(|it| &it.age)>
                <div class="lead__age">
                    <Meter
                        label=move || text(|it| &it.age)
                        share=Signal::derive(share)
                        tone=Signal::derive(tone)
                    />
                    <span aria-hidden="true">{move || text(|it| &it.age)}</span>
                    <p class="section__note" data-testid="lead-age-how">
                        {move || lang.get().lead_age_how()}
                    </p>
                </div>
            </Show>
        </header>
    }
}
