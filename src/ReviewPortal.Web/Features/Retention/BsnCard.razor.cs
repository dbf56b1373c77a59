using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>The reports of one case, and settling them one by one.</summary>
public sealed partial class BsnCard(CaseFiles files, BsnIncidents incidents, HandleBsn handle)
{
    private ImmutableArray<BsnRow> _rows = [];
    private Answer? _to;
    private string _text = "";

    private Answer? Ready => _to is Done && Inked.IsEmpty(_text) ? new Refused(CaseAction.HandleBsn, RefusalKind.Unmet) { Unmet = [Requirement.HandlingWritten] } : _to;

    protected override async Task OnParametersSetAsync()
    {
        _rows = await incidents.OfAsync(Head.Id, By, CancellationToken.None);
        if (!_rows.IsEmpty) _to = await files.LookAsync(Head.Id, By, file => file.AskToPrepare(CaseAction.HandleBsn), CancellationToken.None);
    }

    private Task HandleAsync(BsnRow row) => ActAsync(handle.RunAsync(Head.AsSeen, row.Id, _text, By, CancellationToken.None));
}
