using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>One list of decisions that are made known, while it is worked through and afterwards.</summary>
public sealed partial class LetterBatchPage(LetterBatchViews views, PublishTogether together, Me me, NavigationManager navigation, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private BatchView? _view;
    private ITimer? _looking;
    private PersonId _by;
    private bool _loaded;
    private bool _onlyRefused;
    private string? _late;
    private bool _busy;
    private SigningGate? _gate;

    private ImmutableArray<BatchLetter> Unsigned => [.. (_view?.Letters ?? []).Where(letter => letter.OnlyUnsigned)];

    [Parameter]
    public Guid Batch { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
        if (_view is { Batch.IsRunning: true }) _looking ??= clock.CreateTimer(_ => _ = InvokeAsync(LookAgainAsync), null, Look, Look);
    }

    public void Dispose() => _looking?.Dispose();

    private async Task LoadAsync()
    {
        _view = await views.FindAsync(Batch, _by, CancellationToken.None);
        _loaded = true;
    }

    private async Task LookAgainAsync()
    {
        if (_looking is null) return;
        await LoadAsync();
        if (_view is not { Batch.IsRunning: true })
        {
            _looking?.Dispose();
            _looking = null;
        }

        StateHasChanged();
    }

    // A new list under the same name, signed now; what has changed or gone out since, it leaves out or refuses by itself.
    private async Task SignAgainAsync()
    {
        if (_view is not { } view || _busy) return;
        _busy = true;
        try
        {
            var letters = Unsigned;
            if (await _gate!.SignAsync(Texts, view.Batch.Title, letters.Select(letter => letter.Number), by => together.StartAsync(view.Batch.Title, [.. letters.Select(letter => letter.Case)], by, CancellationToken.None)) is not { } order) return;
            if (order.Batch is { } batch) navigation.NavigateTo(Links.LetterBatch(batch));
            else await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task StopAsync()
    {
        _late = await together.StopAsync(Batch, _by, CancellationToken.None) ? null : Texts["Stop.Late"].Value;
        await LoadAsync();
    }
}
