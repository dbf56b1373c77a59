using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The alarms about e-mails that did not arrive, and letters that still have to be posted.</summary>
public sealed partial class MailCards(NotifyAgain again, RecordBounce bounce, RecordPosting posting, SetLetterAside aside, MailCarrier carrier)
{
    private Guid? _mail;
    private Guid? _sending;
    private Guid? _posted;

    [Parameter, EditorRequired]
    public required LettersView View { get; set; }

    private IEnumerable<(SentLetter Letter, NotificationProgress Mail)> Mails => View.Sent.SelectMany(letter => letter.Mails.Select(mail => (letter, mail)));

    // A decision that could not be delivered is sent again by its own step.
    private IEnumerable<(SentLetter Letter, NotificationProgress Mail)> Alarms => Head.State is CaseState.DeliveryFailed ? [] : Mails.Where(item => item.Mail.MayGoAgain(View.Now));

    // What mail servers reported is answered e-mail by e-mail, the oldest first; only then what came outside the portal.
    private IEnumerable<(SentLetter Letter, NotificationProgress Mail, ImmutableArray<MailReport> Reports)> Questions =>
        To(CaseAction.RecordBounce).IsDone ? Mails.Select(item => (item.Letter, item.Mail, Reports: item.Mail.QuestionsAt(View.Now))).Where(item => !item.Reports.IsEmpty).OrderBy(item => item.Mail.Notification.At) : [];

    private IEnumerable<(SentLetter Letter, NotificationProgress Mail)> CanComeBack => Mails.Where(item => item.Mail.CanComeBack(View.Now));

    private IEnumerable<(SentLetter Letter, Sending Way)> ToPost => View.Sent.SelectMany(letter => letter.Ways.Where(way => way.IsToPost).OrderBy(way => way.Representative is not null).Select(way => (letter, way)));

    // Of which the day was recorded and a later one has come, the newest first.
    private IEnumerable<(SentLetter Letter, Sending Way)> PutRight => View.Sent.SelectMany(letter => letter.Ways.Where(way => way.CanBePutRight && way.CanBePostedOn(Core.Calendar.Amsterdam.DateOf(View.Now), View.Now)).Select(way => (letter, way))).OrderByDescending(item => item.way.At);

    private Guid ToPutRight => PutRight.Select(item => item.Way.Id).OrderByDescending(id => id == _posted).First();

    // What stands first in a choice is chosen without anybody having touched it.
    private Guid ChosenMail => CanComeBack.Select(item => item.Mail.Notification.Id).OrderByDescending(id => id == _mail).First();

    private (SentLetter Letter, Sending Way) ToRecord => ToPost.OrderByDescending(item => item.Way.Id == _sending).First();

    // Where to send it stands beside it: it is in no letter.
    private Representative? CopyTo => ToRecord.Way.Representative is { } copy ? View.Representatives[copy] : null;

    // A letter that goes with a decision is half of what the student must get.
    private SentLetter? Enclosed => ToRecord.Letter is { Kind: LetterKind.SentAgain } cover ? View.Sent.FirstOrDefault(letter => letter.Kind.IsDecision() && letter.At <= cover.At) : null;

    private string NameOf(SentLetter letter, Sending way)
    {
        var named = $"{LetterTexts.Of(letter.Kind, Here.Language)}, {letter.At.InWords(Here.Language)}";
        return way.Representative is { } copy ? Texts["Post.Copy", named, View.Representatives[copy].FullName] : named;
    }

    private static Guid? Chosen(string kept) => Guid.TryParse(kept, out var chosen) ? chosen : null;

    private Answer To(CaseAction action) => View.ToPrepare[action];
}
