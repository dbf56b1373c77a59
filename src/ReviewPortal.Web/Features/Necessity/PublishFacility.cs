using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>
/// The secretary makes the decision on a request known: the letter's bytes are fixed, the student can open it, the term to appeal begins tomorrow, and the
/// education office finds the outcome in its list (UU-R1-13; Awb 3:41). Printed to be posted or handed over, it is issued only: all of that begins on the day on
/// which it is sent (<see cref="FacilityDelivery.RecordPostingAsync"/>; Awb 3:40, 6:8).
/// </summary>
public sealed class PublishFacility(FacilityFiles files, FacilityPress press)
{
    /// <param name="channel">How it goes out; through the portal only to a student who agreed to that (Awb 2:8).</param>
    /// <param name="address">Where a letter by post goes, line by line below the name; empty for one that goes otherwise.</param>
    public Task<FacilityAnswer> RunAsync(FacilityAsSeen request, SendingChannel channel, string address, Signatory by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.Publish, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            await file.StateWayAsync(channel, address, ct);
            file.State(FacilityNeed.LetterWithoutFaults, file.Request.Decision is not null && (await press.FaultsAsync(file, ct)).IsEmpty);
            file.Request.PublishedAt = file.Now;
        },
        async file =>
        {
            var letter = await press.IssueAsync(file, channel, address, ct);
            file.Db.Add(Sending.Of(letter, channel, "", file.Now).To(address));
            return letter;
        },
        ct);
}
