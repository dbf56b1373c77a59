using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>What came back to the portal, for the administrator of the mailbox and for the board's secretary. What is looked for stands in the address, so that it can be sent and found again.</summary>
public sealed partial class ReturnedMailsPage(ReturnedMails returned, Me me, NavigationManager navigation)
{
    private ReturnedList? _list;
    private ReturnedQuestion _asked = new();
    private PersonId _by;

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? What { get; set; }

    protected override async Task OnInitializedAsync() => _by = await me.IdAsync();

    protected override async Task OnParametersSetAsync()
    {
        var asked = new ReturnedQuestion(Words, Enum.TryParse<ReturnedKind>(What, ignoreCase: true, out var what) && Enum.IsDefined(what) ? what : null);
        if (_list is not null && asked == _asked) return;
        _asked = asked;
        await TurnAsync(0);
    }

    private async Task TurnAsync(int skip) => _list = await returned.ListAsync(_by, _asked, skip, CancellationToken.None);

    private void Ask(string name, ChangeEventArgs change) => navigation.NavigateTo(navigation.GetUriWithQueryParameter(name, change.Value is string { Length: > 0 } value ? value : null), replace: true);
}
