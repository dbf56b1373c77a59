using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The texts of the house, board by board.</summary>
public sealed partial class HouseTextsPage(HouseTextsDesk desk, Me me, ILogger<Autosave> log) : IAsyncDisposable
{
    private ImmutableArray<string> _faculties = [];
    private HouseTextsView? _view;
    private Institution? _house;
    private HouseRefusal? _refusal;
    private Autosave? _autosave;
    private Language _shown;
    private HouseField _sender = HouseField.Board;
    private PersonId _by;
    private string _why = "";
    private string? _read;
    private int _revision;
    private bool _hasLogo;
    private bool _discarding;

    /// <summary>Whose texts; nothing for those of the institution.</summary>
    [SupplyParameterFromQuery(Name = "board")]
    public string? Board { get; set; }

    private string Wanted => Board is { } board && _faculties.Contains(board) ? board : HouseTexts.Everybody;

    private string PreviewAddress => Links.HouseTextsPreview(_view!.Draft?.Id, Wanted, _shown.Code(), _revision, _sender);

    private string Stand => _view switch
    {
        { Draft: { } draft } => Texts["Stand.Draft", draft.ChangedByName, draft.ChangedAt.InWords(Here.Language)],
        { Own: true } view => Texts["Stand.Version", view.Versions[0].Number!],
        { InForce.Version: null } => Texts["Stand.Configured"],
        _ => Texts["Stand.Institution"],
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_autosave is null)
        {
            (_by, _shown) = (await me.IdAsync(), Here.Language);
            _faculties = await desk.FacultiesAsync(CancellationToken.None);
            _autosave = new Autosave(SaveAsync, InvokeAsync, StateHasChanged, log);
        }

        // Asked once for each board: a change of the query that means the same leaves what is being typed alone.
        if (_read == Wanted) return;
        await _autosave.FlushAsync();
        _read = Wanted;
        (_refusal, _why, _discarding) = (null, "", false);
        await LoadAsync();
    }

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task LoadAsync()
    {
        _view = await desk.ViewAsync(Wanted, _by, CancellationToken.None);
        (_house, _revision) = (_view?.Draft?.Content ?? _view?.InForce, _view?.Draft?.Revision ?? 0);
        _hasLogo = _view is { Draft: { } draft } ? draft.Logo is not null : _house is { Logo.IsEmpty: false };
    }

    private void Write(HouseField field, Language language, ChangeEventArgs change)
    {
        _house = _house!.With(field, language, change.Value as string ?? "");
        _autosave!.Touch();
    }

    private async Task<Answer> SaveAsync()
    {
        var (typed, board) = (_house!, _read!);
        _refusal = await desk.WriteAsync(board, typed, _revision, _by, CancellationToken.None);
        if (_refusal is not null)
        {
            await LoadAsync();
            return Refused.Unkept(RefusalKind.ChangedMeanwhile);
        }

        // What was typed meanwhile stays in the page; only what is known of the draft is read anew.
        _view = await desk.ViewAsync(board, _by, CancellationToken.None);
        _revision = _view?.Draft?.Revision ?? 0;
        return new Kept();
    }

    private async Task SetLogoAsync(InputFileChangeEventArgs chosen)
    {
        // One byte more than is allowed is enough to see that it is too large.
        if (chosen.File.Size > Logo.Largest)
        {
            _refusal = new HouseRefusal(HouseObjection.NoPicture);
            return;
        }

        using var bytes = new MemoryStream();
        await using (var file = chosen.File.OpenReadStream(Logo.Largest)) await file.CopyToAsync(bytes);
        await ActAsync(() => desk.SetLogoAsync(Wanted, bytes.ToArray(), _revision, _by, CancellationToken.None));
    }

    private Task RemoveLogoAsync() => ActAsync(() => desk.SetLogoAsync(Wanted, null, _revision, _by, CancellationToken.None));

    private Task TakeAsync(Guid version) => ActAsync(() => desk.TakeAsync(Wanted, version, _revision, _by, CancellationToken.None));

    private async Task PutInForceAsync()
    {
        await ActAsync(() => desk.PutInForceAsync(Wanted, _why, _revision, _by, CancellationToken.None));
        if (_refusal is null) _why = "";
    }

    // Thrown away only at the second press.
    private async Task DiscardAsync()
    {
        if (!_discarding)
        {
            _discarding = true;
            return;
        }

        await ActAsync(() => desk.DiscardAsync(Wanted, _revision, _by, CancellationToken.None));
    }

    private async Task ActAsync(Func<Task<HouseRefusal?>> act)
    {
        _discarding = false;
        if (!await _autosave!.FlushAsync())
        {
            // What stands now is shown; from here on it can be worked on again.
            _autosave.Forget();
            return;
        }

        _refusal = await act();
        await LoadAsync();
    }

    private string NameOf(string faculty) => faculty == HouseTexts.Everybody ? Texts["Everybody"] : faculty;

    private string LabelOf(HouseField field, Language language) => field.IsBilingual() ? $"{Texts["Field." + field]} ({Texts["In." + language.Code()]})" : Texts["Field." + field];

    private static string? LangOf(HouseField field, Language language) => field.IsBilingual() ? language.Code() : null;
}
