using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

public sealed partial class QuarantineList(QuarantineViews views, Quarantine quarantine)
{
    private QuarantineLines? _lines;
    private QuarantineObjection? _objection;
    private ImmutableArray<string> _told = [];
    private Guid _destroying;
    private string _reason = "";
    private bool _busy;

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    protected override async Task OnParametersSetAsync() => _lines = await views.ListAsync(By, CancellationToken.None);

    private Task ReleaseAsync(QuarantinedDelivery item) => DoAsync(item.Name, () => quarantine.ReleaseAsync(item.Id, By, CancellationToken.None));

    private Task DestroyAsync(Guid id) => DoAsync("", () => quarantine.DestroyAsync(id, _reason, By, CancellationToken.None));

    private async Task DoAsync(string name, Func<Task<QuarantineAnswer>> change)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var answer = await change();
            _objection = answer.Objection;
            _told = [.. answer.Results.SelectMany(result => ImportSentence.Lines(name, result, Here.Language))];
            if (_objection is null) (_destroying, _reason) = (Guid.Empty, "");
            _lines = await views.ListAsync(By, CancellationToken.None);
        }
        finally
        {
            _busy = false;
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString(bytes < 10_000_000 ? "0.0" : "N0", Here.Language.Culture());
}
