using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>One list of decisions that are made known, while it is worked through and afterwards.</summary>
public sealed partial class LetterBatchPage(LetterBatchViews views, PublishTogether together, Me me, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private BatchView? _view;
    private ITimer? _looking;
    private PersonId _by;
    private bool _loaded;
    private bool _onlyRefused;
    private bool _late;

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

    private async Task StopAsync()
    {
        _late = !await together.StopAsync(Batch, _by, CancellationToken.None);
        await LoadAsync();
    }
}
