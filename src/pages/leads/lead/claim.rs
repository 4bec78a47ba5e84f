//! Who claimed a lead and until when it must move; the way back to the pool, with the reason.

use leptos::prelude::*;

use super::Shown;
use crate::domain::id::LeadId;
use crate::pages::common::ReturnForm;
use crate::pages::leads::desk::Desk;
use crate::present::pool::ClaimLeft;
use crate::runtime::refusal::Refusal;
use crate::ui::{Badge, Button, Form, Icon, Tone};

/// The claim, and giving the lead back; nothing where it is in the pool or closed.
#[component]
pub(super) fn Claim(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let form = Form::<String, Refusal>::closed();
    let claim = move || shown.with(|it| it.as_ref().map(|it| it.claim.clone()).unwrap_or_default());
    let has_deadline =
        Memo::new(move |_| shown.with(|it| it.as_ref().is_some_and(|it| it.claim_left.is_some())));
    let left = move || {
        let ClaimLeft { words, is_short, .. } =
            shown.with(|it| it.as_ref().and_then(|it| it.claim_left.clone()))?;
        let tone = if is_short { Tone::Warn } else { Tone::Plain };
        Some(view! { <Badge label=words tone /> })
    };
    let can_return = move || shown.with(|it| it.as_ref().is_some_and(|it| it.can_return));
    view! {
        <Show when=can_return>
            <section class="section" data-testid="lead-claim">
                <p data-testid="lead-claim-words">{claim} " " {left}</p>
                <Show when=move || has_deadline.get()>
                    <p class="section__note">{move || lang.get().pool_left_how()}</p>
                </Show>
                <Show
                    when=move || form.is_open().get()
                    fallback=move || {
                        view! {
                            <div class="actions actions--start">
                                <Button
                                    icon=Icon::Pool
                                    label=move || lang.get().pool_return()
                                    on_press=move || form.show(String::new())
                                    attr:data-testid="lead-return"
                                />
                            </div>
                        }
                    }
                >
                    <ReturnForm app=desk.app id form />
                </Show>
            </section>
        </Show>
    }
}
