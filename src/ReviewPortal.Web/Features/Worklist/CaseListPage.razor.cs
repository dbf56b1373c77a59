using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>The cases of one room: those that wait there now, or all that may be seen.</summary>
public sealed partial class CaseListPage(CaseLists lists, Me me, NavigationManager navigation)
{
    private CaseGrid? _grid;
    private bool _ready;
    private bool _everything;
    private string _words = "";
    private PersonId _by;

    private Room Room => Enum.GetValues<Room>().Single(room => navigation.Uri.EndsWith(Links.Room(room), StringComparison.Ordinal));

    private string Title => Texts["Title." + Room];

    protected override async Task OnParametersSetAsync()
    {
        var who = await me.WhoAsync();
        _by = who.Id;
        // An examiner reads what was reported, wherever it has gone since.
        if (!_ready) _everything = who.Roles is [Role.Examiner];
        _ready = true;
        await ReloadAsync();
    }

    private Task<CaseRows> LoadAsync(ListPage page) => lists.CasesAsync(_by, _everything ? [] : RoomStates.Of(Room), _words, page, CancellationToken.None);

    private string Csv => $"{Links.CasesCsv}?words={Uri.EscapeDataString(_words)}" + (_everything ? "" : $"&room={Room}");

    private Task ShowAsync(bool everything)
    {
        _everything = everything;
        return ReloadAsync();
    }

    private Task ReloadAsync() => _grid?.ReloadAsync() ?? Task.CompletedTask;
}
