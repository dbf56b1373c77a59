using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>
/// The coordinator sends in files. They go over HTTP, never over the circuit: what is being sent lives in the browser's module and goes on while this page is
/// left for another; the list below is what the portal knows.
/// </summary>
public sealed partial class UploadPage(IJSRuntime js, UploadViews uploads, UploadLimits limits, UploadNews news, Me me) : IAsyncDisposable
{
    private readonly UploadModule _module = new(js);
    private ElementReference _root;
    private ImmutableArray<UploadRow> _rows = [];
    private IDisposable? _listening;
    private PersonId _by;

    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await _module.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        _listening = news.Listen(() => _ = InvokeAsync(ReloadAsync));
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _module.ShowAsync(_root, new UploadSetup(Links.ApiUploads, Here.Language.Code(), _by.ToString(), limits.Bytes, UploadWords.Of(Texts)));
    }

    private async Task LoadAsync() => _rows = await uploads.ListAsync(_by, CancellationToken.None);

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }
}

/// <summary>What the browser needs to send files.</summary>
/// <param name="Endpoint">Where files are announced.</param>
/// <param name="Person">Whose uploads these are: another person on the same computer does not go on with them.</param>
/// <param name="Most">Bytes of one file.</param>
public sealed record UploadSetup(string Endpoint, string Language, string Person, long Most, IReadOnlyDictionary<string, string> Words);

/// <summary>The sending of files in the browser.</summary>
public sealed class UploadModule(IJSRuntime js) : JsModule(js, "./Features/Recordings/Uploads/UploadPage.razor.js")
{
    public ValueTask ShowAsync(ElementReference root, UploadSetup setup) => CallAsync("show", root, setup);
}
