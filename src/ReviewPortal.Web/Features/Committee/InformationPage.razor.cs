using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>What the board asks the examiner of this test, and the examiner's answers. Of the dossier the examiner sees nothing else here.</summary>
public sealed partial class InformationPage(CaseDoor door, CaseFiles files, CaseNews news, Me me, AnswerInformation answering) : IDisposable
{
    private CaseHead? _head;
    private ImmutableArray<AskedInformation> _requests = [];
    private Elsewhere? _elsewhere;
    private bool _mayAnswer;
    private bool _loaded;
    private Answer? _refused;
    private PersonId _by;
    private IDisposable? _listening;

    [Parameter]
    public required string Number { get; set; }

    public void Dispose() => _listening?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? RefreshAsync() : Task.CompletedTask));
        _by = await me.IdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var head = await door.OpenAsync(Number, Room.ProcesVerbaal, _by, CancellationToken.None);
        _head = head?.Ties.Contains(Tie.Examiner) is true ? head : null;
        if (_head is not null) (_requests, _mayAnswer) = await files.LookAsync(_head.Id, _by, ReadAsync, CancellationToken.None);
        _elsewhere = _head is null ? await ElsewhereAsync() : null;
        _loaded = true;
    }

    // An examiner is told the same about every number, so that nothing follows from it about a case.
    private async Task<Elsewhere?> ElsewhereAsync() =>
        await door.OpenAsync(Number, Room.Committee, _by, CancellationToken.None) is not null ? Elsewhere.InDossier
        : (await me.WhoAsync()).Is(Role.Examiner) && CaseNumber.Parse(Number) is not null ? Elsewhere.NothingAsked
        : null;

    private enum Elsewhere
    {
        InDossier,
        NothingAsked,
    }

    private static async Task<(ImmutableArray<AskedInformation>, bool)> ReadAsync(CaseFile file)
    {
        var id = file.Case.Id;
        var asked = await file.Db.InformationRequests.Where(item => item.Case == id && item.Source == InformationSource.Examiner).OrderBy(item => item.AskedAt).ToListAsync();
        return ([.. asked.Select(AskedInformation.Of)], file.AskToPrepare(CaseAction.AnswerInformation).IsDone);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task AnswerAsync(Guid request, string answer)
    {
        _refused = await answering.RunAsync(_head!.AsSeen, request, answer, _by, CancellationToken.None) as Refused;
        await LoadAsync();
    }
}
