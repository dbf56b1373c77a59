using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ReviewPortal.Web.Layout;

/// <summary>An entry of the menu that stays unlit on a page below it that has an entry of its own.</summary>
public sealed class RailLink : NavLink
{
    /// <summary>The addresses of the other entries.</summary>
    [Parameter]
    public ImmutableArray<string> Others { get; set; } = [];

    protected override bool ShouldMatch(string uriAbsolute)
    {
        if (!base.ShouldMatch(uriAbsolute)) return false;
        var path = new Uri(uriAbsolute).AbsolutePath;
        return !Others.Any(other => path == other || path.StartsWith(other + "/", StringComparison.Ordinal));
    }
}
