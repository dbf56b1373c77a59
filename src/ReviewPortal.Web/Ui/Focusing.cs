using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ReviewPortal.Web.Ui;

/// <summary>Moves the focus to what has just appeared.</summary>
public static class Focusing
{
    /// <summary>
    /// Where the page may have changed under it meanwhile, or answers nothing for a while: what is asked stands there all the same, and nobody loses a page over where the focus is.
    /// </summary>
    public static async Task FocusIfThereAsync(this ElementReference element)
    {
        try
        {
            await element.FocusAsync();
        }
        catch (Exception gone) when (gone is JSException or TaskCanceledException)
        {
        }
    }
}
