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
        _by = await me.IdAsync();
        _ready = true;
        await ReloadAsync();
    }

    private Task<CaseRows> LoadAsync(ListPage page) => lists.CasesAsync(_by, _everything ? [] : States(Room), _words, page, CancellationToken.None);

    // A published decision waits for an appeal that may or may not come: that is where the appeals desk looks for it too.
    private static CaseState[] States(Room room) =>
        [.. Enum.GetValues<CaseState>().Where(state => Rooms.Of(state) == room || (room is Room.Appeals && state is CaseState.Notified))];

    private Task ShowAsync(bool everything)
    {
        _everything = everything;
        return ReloadAsync();
    }

    private Task ReloadAsync() => _grid?.ReloadAsync() ?? Task.CompletedTask;
}
