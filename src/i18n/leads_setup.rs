//! Words of how leads are set up: the pool, rates of exchange.

use super::texts;

texts! {
    pool_rules: "Rules of the pool", "线索池规则";
    rates_title: "Rates of exchange", "汇率";
}
