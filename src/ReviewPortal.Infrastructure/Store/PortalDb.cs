using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import.Rosters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Everything the portal keeps in its database. Each operation opens one of its own, through <see cref="PortalDbs"/>.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Exam> Exams => Set<Exam>();

    public DbSet<Sitting> Sittings => Set<Sitting>();

    public DbSet<Recording> Recordings => Set<Recording>();

    public DbSet<StillTrack> StillTracks => Set<StillTrack>();

    public DbSet<RecordingFacts> RecordingFacts => Set<RecordingFacts>();

    public DbSet<SittingFigures> SittingFigures => Set<SittingFigures>();

    public DbSet<FacilityRequest> FacilityRequests => Set<FacilityRequest>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<RosterImport> RosterImports => Set<RosterImport>();

    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<ProcessingAgreement> ProcessingAgreements => Set<ProcessingAgreement>();

    public DbSet<RetentionCoverage> RetentionCoverages => Set<RetentionCoverage>();

    public DbSet<QuarantinedDelivery> QuarantinedDeliveries => Set<QuarantinedDelivery>();

    public DbSet<DeliveryReport> DeliveryReports => Set<DeliveryReport>();

    public DbSet<SupplierKey> SupplierKeys => Set<SupplierKey>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<Signal> Signals => Set<Signal>();

    public DbSet<SignalDelivery> SignalDeliveries => Set<SignalDelivery>();

    public DbSet<ExternalId> ExternalIds => Set<ExternalId>();

    public DbSet<InTestMessage> Messages => Set<InTestMessage>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    public DbSet<ReviewAssignment> Assignments => Set<ReviewAssignment>();

    public DbSet<Availability> Availabilities => Set<Availability>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Exhibit> Exhibits => Set<Exhibit>();

    public DbSet<SignalAnswer> SignalAnswers => Set<SignalAnswer>();

    public DbSet<Seen> Seen => Set<Seen>();

    public DbSet<ReviewRemark> ReviewRemarks => Set<ReviewRemark>();

    public DbSet<BsnIncident> BsnIncidents => Set<BsnIncident>();

    public DbSet<ProcesVerbaalRecord> ProcessenVerbaal => Set<ProcesVerbaalRecord>();

    public DbSet<Addendum> Addenda => Set<Addendum>();

    public DbSet<Investigation> Investigations => Set<Investigation>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<View> Views => Set<View>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Representative> Representatives => Set<Representative>();

    public DbSet<Hearing> Hearings => Set<Hearing>();

    public DbSet<BoardSession> Sessions => Set<BoardSession>();

    public DbSet<ConflictDeclaration> ConflictDeclarations => Set<ConflictDeclaration>();

    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<IncidentCase> IncidentCases => Set<IncidentCase>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<DecisionVersion> DecisionVersions => Set<DecisionVersion>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterBatch> LetterBatches => Set<LetterBatch>();

    public DbSet<LetterBatchItem> LetterBatchItems => Set<LetterBatchItem>();

    public DbSet<ExaminerReport> ExaminerReports => Set<ExaminerReport>();

    public DbSet<Closing> Closings => Set<Closing>();

    public DbSet<FormerRound> FormerRounds => Set<FormerRound>();

    public DbSet<RetakeChance> Retakes => Set<RetakeChance>();

    public DbSet<TerminationProposal> TerminationProposals => Set<TerminationProposal>();

    public DbSet<Objection> Objections => Set<Objection>();

    /// <summary>Decisions that one member signed and another did not yet: they decide nothing.</summary>
    public IQueryable<Decision> ProposedDecisions => Decisions.Where(decision => decision.SignedAt != null && decision.CoSignedAt == null);

    /// <summary>Proposals that two members signed (<see cref="TerminationProposal.IsMade"/>).</summary>
    public IQueryable<TerminationProposal> MadeProposals => TerminationProposals.Where(proposal => proposal.ProposedBy == null || proposal.CoSignedAt != null);

    /// <summary>The executive board decided on an enrolment in this case, or took that back: what it did stays its own to read, whatever is proposed anew.</summary>
    public IQueryable<Letter> EnrolmentLetters => Letters.Where(letter => EnrolmentKinds.Contains(letter.Kind));

    private static LetterKind[] EnrolmentKinds { get; } = [.. LetterKinds.About(LetterSubject.Enrolment), .. LetterKinds.About(LetterSubject.Objection)];

    public DbSet<EnrolmentHearing> EnrolmentHearings => Set<EnrolmentHearing>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<ReportDisclosure> ReportDisclosures => Set<ReportDisclosure>();

    public DbSet<Sending> Sendings => Set<Sending>();

    public DbSet<DeliveryConsent> DeliveryConsents => Set<DeliveryConsent>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<MailTry> MailTries => Set<MailTry>();

    public DbSet<Bounce> Bounces => Set<Bounce>();

    public DbSet<MailReport> MailReports => Set<MailReport>();

    public DbSet<ReportSetAside> ReportsSetAside => Set<ReportSetAside>();

    public DbSet<HouseTexts> HouseTexts => Set<HouseTexts>();

    public DbSet<Outage> Outages => Set<Outage>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Restriction> Restrictions => Set<Restriction>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<StepDraft> StepDrafts => Set<StepDraft>();

    public DbSet<KeptFile> Files => Set<KeptFile>();

    public DbSet<AuditRow> AuditRows => Set<AuditRow>();

    public DbSet<AuditDetail> AuditDetails => Set<AuditDetail>();

    /// <summary>One value out of JSON, read by the database; only within a query.</summary>
    [DbFunction("json_extract", IsBuiltIn = true)]
    public static string? JsonText(string json, string path) => throw new NotSupportedException();

    /// <exception cref="NoSuchChoiceException">Something was chosen that stands in no list.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Choices.RefuseUnknown(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conversions.Add(configurationBuilder);
    }
}
