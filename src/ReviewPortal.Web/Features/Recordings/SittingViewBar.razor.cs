using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Opens, keeps, renames and takes away views of the list of sittings.</summary>
public sealed partial class SittingViewBar(SavedViews views)
{
    private static readonly ImmutableArray<(string Key, SittingFilter Filter)> BuiltIn =
    [
        ("All", SittingFilter.Everything),
        ("New", new() { State = CaseState.Imported }),
        ("Reported", new() { Reported = true }),
        ("Incomplete", new() { Recorded = Recorded.Holes, Sort = SittingColumn.Covered }),
    ];

    private ImmutableArray<NamedView> _own = [];
    private Asked _asking;
    private ElementReference _field;
    private string _name = "";
    private string _told = "";
    private bool _focus;

    private enum Asked
    {
        Nothing,
        Save,
        Rename,
    }

    [Parameter, EditorRequired]
    public required SittingFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    private NamedView? Shown => _own.FirstOrDefault(view => IsShown(view.Filter));

    protected override async Task OnInitializedAsync() => _own = await views.OfAsync(By, CancellationToken.None);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await _field.FocusAsync();
    }

    private bool IsShown(SittingFilter view) => view.ToView() == Filter.ToView();

    private void Ask(Asked what, string name) => (_asking, _name, _told, _focus) = (what, name, "", true);

    private void Close() => _asking = Asked.Nothing;

    private async Task KeepAsync()
    {
        var done = _asking is Asked.Rename && Shown is { } shown
            ? await views.RenameAsync(shown.Id, _name, By, CancellationToken.None)
            : await views.SaveAsync(_name, Filter, By, CancellationToken.None) is not null;
        _told = Texts[done ? "View.Kept" : "View.NotKept"];
        if (done) Close();
        _own = await views.OfAsync(By, CancellationToken.None);
    }

    private async Task DeleteAsync(NamedView view)
    {
        await views.DeleteAsync(view.Id, By, CancellationToken.None);
        _told = Texts["View.Deleted", view.Name];
        _own = await views.OfAsync(By, CancellationToken.None);
    }
}
