//! Functions whose code arrives on demand.
//!
//! A release build cuts the module where [`on_demand!`] says: each named file holds what only its
//! functions use, and comes when one of them is first asked for. A development build is one piece,
//! in which everything is here at once; so what calls them is the same in both.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The code could not be fetched. Asking again tries again.
pub use leptos::wasm_split::SplitLoaderError as NotFetched;

/// Declares functions that stand in files of their own. Called, they fetch their file if need be,
/// and fail with [`NotFetched`]; the second name only fetches it.
macro_rules! on_demand {
    ($(
        $(#[$doc:meta])*
        $vis:vis fn $name:ident($($argument:ident: $type:ty),*) -> $output:ty,
        from $file:ident, fetched by $fetch:ident $body:block
    )*) => {$(
        $(#[$doc])*
        #[cfg(not(debug_assertions))]
        #[leptos::wasm_split::wasm_split(
            $file, wasm_split_path = ::leptos::wasm_split, fallible, preload($fetch)
        )]
        $vis fn $name($($argument: $type),*) -> Result<$output, $crate::runtime::on_demand::NotFetched> {
            Ok($body)
        }

        $(#[$doc])*
        #[cfg(debug_assertions)]
        $vis async fn $name($($argument: $type),*) -> Result<$output, $crate::runtime::on_demand::NotFetched> {
            Ok($body)
        }

        #[cfg(debug_assertions)]
        #[allow(dead_code, reason = "one fetch is enough for functions of the same file")]
        $vis async fn $fetch() -> Result<(), $crate::runtime::on_demand::NotFetched> {
            Ok(())
        }
    )*};
}
pub(crate) use on_demand;

/// What a future gives that need not wait, as when its code is here.
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
