using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WordsOfTheStudentAndTheHouse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Sendings",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "Representative",
                table: "Sendings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Notifications",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Letters",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "HouseTexts",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Request",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProvedAt",
                table: "LetterBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedWith",
                table: "LetterBatches",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoSignedWith",
                table: "Decisions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedWith",
                table: "Decisions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProvedAt",
                table: "CaseEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedWith",
                table: "CaseEvents",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Bounces",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    TellsPlace = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wrong = table.Column<string>(type: "TEXT", nullable: false),
                    Right = table.Column<string>(type: "TEXT", nullable: false),
                    NewTerm = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.CheckConstraint("CK_CorrectsAnother", "\"Letter\" <> \"By\" AND \"Wrong\" <> \"Right\"");
                    table.ForeignKey(
                        name: "FK_Corrections_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Letters_By",
                        column: x => x.By,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Letters_Letter",
                        column: x => x.Letter,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionVersions",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Draft = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionVersions", x => new { x.Case, x.Number });
                    table.ForeignKey(
                        name: "FK_DecisionVersions_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FacilityRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    StudentNumber = table.Column<string>(type: "TEXT", nullable: false),
                    StudentName = table.Column<string>(type: "TEXT", nullable: false),
                    Test = table.Column<string>(type: "TEXT", nullable: false),
                    Course = table.Column<string>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", nullable: false),
                    TestOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    HealthDetail = table.Column<string>(type: "TEXT", nullable: false),
                    WhyLate = table.Column<string>(type: "TEXT", nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Adviser = table.Column<string>(type: "TEXT", nullable: true),
                    Examiner = table.Column<string>(type: "TEXT", nullable: true),
                    Director = table.Column<string>(type: "TEXT", nullable: true),
                    Assessment = table.Column<string>(type: "TEXT", nullable: true),
                    View = table.Column<string>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityRequests", x => x.Id);
                    table.CheckConstraint("CK_DecidedWithReasons", "\"State\" NOT IN ('Granted', 'Refused') OR (\"Decision\" IS NOT NULL AND \"Assessment\" IS NOT NULL)");
                    table.CheckConstraint("CK_PublishedWhatWasDecided", "\"PublishedAt\" IS NULL OR (\"Decision\" IS NOT NULL AND \"State\" IN ('Granted', 'Refused'))");
                });

            migrationBuilder.CreateTable(
                name: "HouseTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Faculty = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Upon = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Logo = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedByName = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InForceAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseTexts", x => x.Id);
                    table.CheckConstraint("CK_InForceWithNumber", "(\"Number\" IS NULL) = (\"InForceAt\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_HouseTexts_Files_Logo",
                        column: x => x.Logo,
                        principalTable: "Files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LateReason = table.Column<string>(type: "TEXT", nullable: false),
                    ForwardedFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", nullable: false),
                    DecideBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisteredByName = table.Column<string>(type: "TEXT", nullable: false),
                    Hearing = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.CheckConstraint("CK_DecidedWithOutcome", "(\"Outcome\" IS NULL) = (\"DecidedAt\" IS NULL)");
                    table.CheckConstraint("CK_WithdrawnUndecided", "\"WithdrawnOn\" IS NULL OR (\"Outcome\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");
                    table.ForeignKey(
                        name: "FK_Objections_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Letters_Letter",
                        column: x => x.Letter,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportDisclosures",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDisclosures", x => x.Case);
                    table.ForeignKey(
                        name: "FK_ReportDisclosures_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Representatives",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    Declaration = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedByName = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Representatives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Representatives_Attachments_Document",
                        column: x => x.Document,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Representatives_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sendings_Representative",
                table: "Sendings",
                column: "Representative");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Request",
                table: "Letters",
                column: "Request");

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction', 'FraudProposal')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_LetterOfOne",
                table: "Letters",
                sql: "(\"Case\" IS NULL) <> (\"Request\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Case",
                table: "Attachments",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_By",
                table: "Corrections",
                column: "By",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_Case",
                table: "Corrections",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_Letter",
                table: "Corrections",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityRequests_Number",
                table: "FacilityRequests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityRequests_StudentNumber",
                table: "FacilityRequests",
                column: "StudentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityRequests_TestOn",
                table: "FacilityRequests",
                column: "TestOn");

            migrationBuilder.CreateIndex(
                name: "IX_HouseTexts_Faculty_Number",
                table: "HouseTexts",
                columns: new[] { "Faculty", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseTexts_Logo",
                table: "HouseTexts",
                column: "Logo");

            migrationBuilder.CreateIndex(
                name: "IX_WrittenOnce",
                table: "HouseTexts",
                column: "Faculty",
                unique: true,
                filter: "\"Number\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Case",
                table: "Objections",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Letter",
                table: "Objections",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenObjection",
                table: "Objections",
                column: "Case",
                unique: true,
                filter: "\"Outcome\" IS NULL AND \"WithdrawnOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Representatives_Case",
                table: "Representatives",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Representatives_Document",
                table: "Representatives",
                column: "Document");

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_FacilityRequests_Request",
                table: "Letters",
                column: "Request",
                principalTable: "FacilityRequests",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Sendings_Representatives_Representative",
                table: "Sendings",
                column: "Representative",
                principalTable: "Representatives",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_FacilityRequests_Request",
                table: "Letters");

            migrationBuilder.DropForeignKey(
                name: "FK_Sendings_Representatives_Representative",
                table: "Sendings");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "DecisionVersions");

            migrationBuilder.DropTable(
                name: "FacilityRequests");

            migrationBuilder.DropTable(
                name: "HouseTexts");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "ReportDisclosures");

            migrationBuilder.DropTable(
                name: "Representatives");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropIndex(
                name: "IX_Sendings_Representative",
                table: "Sendings");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Request",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_LetterOfOne",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Representative",
                table: "Sendings");

            migrationBuilder.DropColumn(
                name: "HouseTexts",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Request",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ProvedAt",
                table: "LetterBatches");

            migrationBuilder.DropColumn(
                name: "SignedWith",
                table: "LetterBatches");

            migrationBuilder.DropColumn(
                name: "CoSignedWith",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "SignedWith",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ProvedAt",
                table: "CaseEvents");

            migrationBuilder.DropColumn(
                name: "SignedWith",
                table: "CaseEvents");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Sendings",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Notifications",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Letters",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Bounces",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction')");
        }
    }
}
