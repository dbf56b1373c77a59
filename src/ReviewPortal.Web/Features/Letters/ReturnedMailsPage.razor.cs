using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>What came back to the portal, for the administrator of the mailbox and for the board's secretary.</summary>
public sealed partial class ReturnedMailsPage(ReturnedMails returned, Me me)
{
    private ReturnedList? _list;

    protected override async Task OnInitializedAsync() => _list = await returned.ListAsync(await me.IdAsync(), CancellationToken.None);
}
