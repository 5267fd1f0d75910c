// Marks texts with `data-asked` so that each combination of what decides on contrast is there: colour and size of the text,
// and the colours, grounds and opacities of everything that it stands in. Of those that are alike, the first, middle and last.
() => {
    const chains = new Map();
    const chainOf = (element) => {
        if (!element) return "";
        if (!chains.has(element)) {
            const style = getComputedStyle(element);
            const own = [style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.position];
            chains.set(element, `${chainOf(element.parentElement)}>${own}`);
        }
        return chains.get(element);
    };
    const lettersOf = (style) => [style.fontSize, style.fontWeight, style.textShadow, style.textDecorationLine, style.borderBottom];
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const alike = new Map();
    for (const element of document.body.querySelectorAll("*")) {
        if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
        const key = `${chainOf(element)}:${lettersOf(getComputedStyle(element))}`;
        alike.set(key, [...alike.get(key) ?? [], element]);
    }
    for (const all of alike.values())
        for (const at of [0, all.length >> 1, all.length - 1]) all[at].dataset.asked = "";
    return alike.size;
}
