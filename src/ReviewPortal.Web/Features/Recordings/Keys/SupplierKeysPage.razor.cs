using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings.Keys;

/// <summary>The keys of suppliers: an administrator makes them, hands them over once, and takes them back.</summary>
public sealed partial class SupplierKeysPage(SupplierKeys keys, TimeProvider clock, Me me)
{
    private readonly HashSet<string> _scopes = [KeyScope.Uploads, KeyScope.Status];
    private ImmutableArray<KeyLine> _keys = [];
    private ImmutableArray<SupplierChoice> _suppliers = [];
    private Guid _supplier;
    private string _name = "";
    private DateOnly? _lastDay;
    private string? _made;
    private KeyObjection? _why;
    private Guid? _asking;
    private bool _busy;
    private PersonId _by;

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync() => (_keys, _suppliers) = await keys.ListAsync(_by, CancellationToken.None);

    private void Choose(string scope, bool on)
    {
        if (on) _scopes.Add(scope);
        else _scopes.Remove(scope);
    }

    private async Task MakeAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            // The last day counts whole, in Amsterdam.
            DateTimeOffset? until = _lastDay is { } day ? Amsterdam.At(day.AddDays(1), TimeOnly.MinValue) : null;
            (_made, _why) = await keys.MakeAsync(new KeyDraft(_supplier, _name, [.. KeyScope.All.Where(_scopes.Contains)], until), _by, CancellationToken.None);
            if (_made is not null) (_name, _lastDay) = ("", null);
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task RevokeAsync(Guid key)
    {
        _asking = null;
        await keys.RevokeAsync(key, _by, CancellationToken.None);
        await LoadAsync();
    }

    private static string Day(DateTimeOffset moment) => Amsterdam.DateOf(moment).Brief(Here.Language);
}
